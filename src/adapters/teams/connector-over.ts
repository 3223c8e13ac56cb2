/** Our calls over the Bot Connector's own, as whichever SDK offers them. */
import { z } from 'zod';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import type { Address, Connector, Member } from './connector.ts';
import { deliveryFailed } from './failures.ts';
import { memberOf } from './member.ts';
import { whereIs } from './out-of-reach.ts';
import { firstServiceUrl } from './service-url.ts';

/** What an SDK's client for one service address does; each is one request. */
export type Client = {
  readonly conversations: {
    sendToConversation(conversation: string, activity: object): Promise<{ readonly id?: string }>;
    updateActivity(conversation: string, message: string, activity: object): Promise<unknown>;
    createConversation(conversation: object): Promise<{ readonly id?: string }>;
    getConversationMember(conversation: string, id: string): Promise<unknown>;
    getConversationPagedMembers(conversation: string, page: PageAsked): Promise<unknown>;
  };
  readonly credentials: { signRequest(request: object): Promise<unknown> };
};
export type ClientOf = (serviceUrl: string) => Promise<Client>;

type Api = Client['conversations'];
type PageAsked = { pageSize: number; continuationToken: string };

export function connectorOver(clientOf: ClientOf, appId: string): Connector {
  const calling = async <T>({ serviceUrl, conversation }: Address, call: (api: Api) => Promise<T>): Promise<T> => {
    try {
      return await call((await clientOf(serviceUrl)).conversations);
    } catch (error) {
      throw deliveryFailed(error, whereIs(conversation));
    }
  };
  return {
    async post(to, card, summary) {
      const sent = await calling(to, (api) => api.sendToConversation(to.conversation, activityOf(card, summary)));
      if (typeof sent.id !== 'string' || sent.id === '')
        throw new DeliveryFailed('uncertain', 'Teams took the message and did not say where it stands');
      return sent.id;
    },
    async update(at, card, summary) {
      const activity = { ...activityOf(card, summary), id: at.message };
      await calling(at, (api) => api.updateActivity(at.conversation, at.message, activity));
    },
    createPersonalChat: (serviceUrl, person) =>
      calling({ serviceUrl, conversation: '' }, (api) => createChat(api, { ...person, appId })),
    member: async (at, id) => memberOf(await calling(at, (api) => api.getConversationMember(at.conversation, id))),
    async signIn() {
      const client = await clientOf(firstServiceUrl);
      await client.credentials.signRequest({});
    },
    roster: (of) => calling(of, (api) => wholeRoster(api, of.conversation)),
  };
}

function activityOf(card: AdaptiveCard, summary: string): object {
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  // No text beside the card: Teams would make two messages of it and tell the id of neither.
  return { type: 'message', summary, attachments: [attachment] };
}

type Chat = { readonly account: string; readonly tenant: string; readonly appId: string };

async function createChat(api: Api, { account, tenant, appId }: Chat): Promise<string> {
  const who = {
    bot: { id: `28:${appId}`, name: 'Muster' },
    members: [{ id: account, name: '', aadObjectId: account }],
  };
  const where = { isGroup: false, tenantId: tenant, channelData: { tenant: { id: tenant } } };
  // The SDK's type also wants an activity, and sending one here would be a second message.
  const made = await api.createConversation({ ...who, ...where });
  if (!made.id) throw new DeliveryFailed('not sent', 'Teams did not say which conversation it made');
  return made.id;
}

const page = z.object({ members: z.array(z.unknown()).default([]), continuationToken: z.string().nullish() });

function pageIn(answer: unknown): z.infer<typeof page> {
  const read = page.safeParse(answer);
  if (read.success) return read.data;
  throw new DeliveryFailed('not sent', 'Teams answered with something that is no roster', { cause: read.error });
}

async function wholeRoster(api: Api, conversation: string): Promise<readonly Member[]> {
  const all: Member[] = [];
  let next: string | undefined;
  do {
    // The type wants a token for the first page too; an empty one is not sent.
    const asked = { pageSize: 500, ...(next !== undefined && { continuationToken: next }) } as PageAsked;
    const { members, continuationToken } = pageIn(await api.getConversationPagedMembers(conversation, asked));
    all.push(...members.flatMap((member) => memberOf(member) ?? []));
    next = continuationToken || undefined;
  } while (next !== undefined);
  return all;
}
