/**
 * The only file that knows botbuilder, whose support has ended: moving to its successor is moving this file. It uses no state,
 * dialogs or contexts of the SDK, and none of its retries: it would post again what may have arrived.
 */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationServiceClientCredentialFactoryOptions,
  type Activity as SdkActivity,
} from 'botbuilder';
import { z } from 'zod';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import type { Connector, Member } from './connector.ts';
import { deliveryFailed } from './failures.ts';
import type { Activity } from './incoming.ts';
import { memberOf } from './member.ts';
import type { TeamsDoor, TeamsIdentity } from './options.ts';
import { withToken } from './own-token.ts';
import { quietly } from './quietly.ts';
import { firstServiceUrl, isTrusted } from './service-url.ts';
import { issuerIn, keyIn } from './token-issuer.ts';
import { Turned } from './turned.ts';
import { KeysLate, verifying } from './verifying.ts';

export type InvokeAnswer = { readonly status: number; readonly body?: unknown };
export type Transport = {
  readonly connector: Connector;
  /** Throws Turned when the sender is not Teams. */
  authenticate(authorization: string, activity: Activity): Promise<void>;
};

export type TransportOptions = TeamsIdentity & { readonly access: TeamsDoor };

export function transport(options: TransportOptions): Transport {
  const adapter = new Adapter(authenticationOf(options));
  const { access, appId } = options;
  const inTurn = verifying();
  return {
    connector: connectorOf(clientsOf(adapter, options), appId),
    async authenticate(authorization, activity) {
      if (access.door === 'open on loopback') return;
      // The SDK also takes a directory's own token of any tenant, as its emulator brings; nobody in Teams sends one.
      if (issuerIn(authorization) !== botFramework) throw new Turned(401, stranger);
      const verify = () => quietly(() => adapter.authenticate(authorization, activity));
      await inTurn(keyIn(authorization), verify).catch(turnAway);
    },
  };
}

// Not `process`: it would answer a forged token with 500 and its stack.
class Adapter extends CloudAdapter {
  async authenticate(authorization: string, activity: Activity): Promise<void> {
    const sent = structuredClone(activity) as unknown as SdkActivity;
    await this.botFrameworkAuthentication.authenticateRequest(sent, authorization);
  }

  client(serviceUrl: string, appId: string) {
    const factory = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(appId));
    return factory.create(serviceUrl, botFramework);
  }
}
type Client = Awaited<ReturnType<Adapter['client']>>;

const stranger = 'This request did not come from Teams.';

function turnAway(cause: unknown): never {
  const { statusCode, name } = z
    .object({ statusCode: z.unknown().optional(), name: z.unknown().optional() })
    .catch({ statusCode: 0, name: '' })
    .parse(cause);
  // Microsoft's keys could not be fetched: that is not the sender's fault, and Teams delivers again.
  if (statusCode === 500 || name === 'FetchError' || cause instanceof KeysLate)
    throw new Turned(503, 'Muster could not verify this request just now.', cause);
  if (statusCode === 403) throw new Turned(403, 'This token does not allow this.', cause);
  throw new Turned(401, stranger, cause);
}

const botFramework = 'https://api.botframework.com';
const microsoft = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: botFramework,
  OAuthUrl: botFramework,
};

function authenticationOf({ access, ...identity }: TransportOptions): ConfigurationBotFrameworkAuthentication {
  if (access.door === 'open on loopback') return new ConfigurationBotFrameworkAuthentication({}, noCredentials);
  const { appId, appType, tenantId, appPassword } = identity;
  const app = { MicrosoftAppId: appId, MicrosoftAppType: appType, MicrosoftAppTenantId: tenantId };
  if (access.door === 'guarded') {
    const secret = appPassword === undefined ? app : { ...app, MicrosoftAppPassword: appPassword };
    return new ConfigurationBotFrameworkAuthentication({}, ownCredentials(secret));
  }
  const keys = {
    ToBotFromChannelTokenIssuer: botFramework,
    ToBotFromChannelOpenIdMetadataUrl: access.openIdMetadata,
    // Given one of these, the SDK falls back to none of its own.
    ToBotFromEmulatorOpenIdMetadataUrl: access.openIdMetadata,
  };
  return new ConfigurationBotFrameworkAuthentication({ ...microsoft, ...keys }, testCredentials(appId));
}

function ownCredentials(app: ConfigurationServiceClientCredentialFactoryOptions) {
  const own = new ConfigurationServiceClientCredentialFactory(app);
  return {
    isValidAppId: (appId = '') => own.isValidAppId(appId),
    // The SDK lets everybody in where there is no app id; whoever comes this far has one.
    isAuthenticationDisabled: async () => false,
    createCredentials: async (...asked: Parameters<typeof own.createCredentials>) =>
      withToken(await own.createCredentials(...asked)),
  };
}

type ClientOf = (serviceUrl: string) => Promise<Client>;

/** One client for each address, so that its token is fetched once and its connections are kept. */
function clientsOf(adapter: Adapter, { access, appId }: TransportOptions): ClientOf {
  const known = new Map<string, Promise<Client>>();
  return async (serviceUrl) => {
    // An address kept from when another door was open would be given our token, or bring a test out of this machine.
    if (!isTrusted(serviceUrl, access)) throw new DeliveryFailed('not sent', notYet);
    const made = known.get(serviceUrl) ?? adapter.client(serviceUrl, appId).then(tamed);
    known.set(serviceUrl, made);
    made.catch(() => known.delete(serviceUrl));
    return made;
  };
}

const notYet = 'Teams has not told Muster yet where it can be reached';

// Longer than Teams needs, and shorter than the lease of a delivery.
const patience = 10_000;

type Request = { timeout: number };
type Policy = { name: string; sendRequest<T>(request: Request, next: (request: Request) => Promise<T>): Promise<T> };
type Inside = {
  readonly client: {
    readonly pipeline: { removePolicy(which: { name: string }): readonly unknown[]; addPolicy(policy: Policy): void };
  };
};

/** The SDK sends a POST up to four times and waits for ever, and has no setting for either. */
function tamed(client: Client): Client {
  const { pipeline } = (client as unknown as Inside).client;
  if (pipeline.removePolicy({ name: 'defaultRetryPolicy' }).length === 0) {
    throw new Error('This botbuilder retries in a way Muster does not know: a message might be sent twice.');
  }
  pipeline.addPolicy({
    name: 'patience',
    sendRequest: (request, next) => {
      request.timeout = patience;
      return next(request);
    },
  });
  return client;
}

type Api = Client['conversations'];

function connectorOf(clientOf: ClientOf, appId: string): Connector {
  const calling = async <T>(serviceUrl: string, call: (api: Api) => Promise<T>): Promise<T> => {
    try {
      return await call((await clientOf(serviceUrl)).conversations);
    } catch (error) {
      throw deliveryFailed(error);
    }
  };
  return {
    async post({ serviceUrl, conversation }, card, summary) {
      const sent = await calling(serviceUrl, (api) => api.sendToConversation(conversation, activityOf(card, summary)));
      if (!sent.id) throw new DeliveryFailed('uncertain', 'Teams took the message and did not say where it stands');
      return sent.id;
    },
    async update({ serviceUrl, conversation, message }, card, summary) {
      const activity = { ...activityOf(card, summary), id: message };
      await calling(serviceUrl, (api) => api.updateActivity(conversation, message, activity));
    },
    createPersonalChat: (serviceUrl, person) => calling(serviceUrl, (api) => createChat(api, { ...person, appId })),
    async member({ serviceUrl, conversation }, id) {
      try {
        return memberOf(await calling(serviceUrl, (api) => api.getConversationMember(conversation, id)));
      } catch (error) {
        if (error instanceof DeliveryFailed && error.certainty === 'unreachable') return undefined;
        throw error;
      }
    },
    async signIn() {
      const client = await clientOf(firstServiceUrl);
      await client.credentials.signRequest({} as never);
    },
    roster: ({ serviceUrl, conversation }) => calling(serviceUrl, (api) => wholeRoster(api, conversation)),
  };
}

function activityOf(card: AdaptiveCard, summary: string): Partial<SdkActivity> {
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
  const made = await api.createConversation({ ...who, ...where } as never);
  if (!made.id) throw new DeliveryFailed('not sent', 'Teams did not say which conversation it made');
  return made.id;
}

type PageAsked = { pageSize: number; continuationToken: string };
const page = z.object({ members: z.array(z.unknown()).default([]), continuationToken: z.string().nullish() });

async function wholeRoster(api: Api, conversation: string): Promise<readonly Member[]> {
  const all: Member[] = [];
  let next: string | undefined;
  do {
    // The type wants a token for the first page too; an empty one is not sent.
    const asked = { pageSize: 500, ...(next !== undefined && { continuationToken: next }) } as PageAsked;
    const { members, continuationToken } = page.parse(await api.getConversationPagedMembers(conversation, asked));
    all.push(...members.flatMap((member) => memberOf(member) ?? []));
    next = continuationToken || undefined;
  } while (next !== undefined);
  return all;
}

type Signed = { readonly headers: { set(name: string, value: string): void } };

/** Nobody asks who we are, and nobody who calls us is asked. */
const noCredentials = {
  isValidAppId: async () => true,
  isAuthenticationDisabled: async () => true,
  createCredentials: async () => ({ signRequest: async <R extends Signed>(request: R) => request }),
};

/** Whoever calls us is asked; a connector on this machine takes any token. */
function testCredentials(ours: string) {
  const signRequest = async <R extends Signed>(request: R) => {
    request.headers.set('authorization', 'Bearer of-a-test');
    return request;
  };
  return {
    isValidAppId: async (appId: string) => appId === ours,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({ signRequest }),
  };
}
