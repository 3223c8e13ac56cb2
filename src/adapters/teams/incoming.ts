/** An activity as Teams sends it → what happened, in our own types. Nothing else of it is believed. */
import { z } from 'zod';
import type { Conversation } from '../../flow/ports/conversations.ts';
import { outOfThread } from './thread.ts';

const id = z.string().min(1).max(1_000);
const account = z.object({ id, aadObjectId: z.string().max(100).nullish(), name: z.string().nullish() });

/** What every activity must have before anybody looks at it. */
export const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  channelId: z.string().max(100),
  serviceUrl: z.string().min(1).max(1_000),
  from: account,
  recipient: account,
  conversation: z.object({ id, conversationType: z.string().nullish(), tenantId: z.string().nullish() }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).nullish(),
      team: z.object({ id: z.string() }).nullish(),
      channel: z.object({ id: z.string() }).nullish(),
    })
    .nullish(),
  replyToId: id.nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  entities: z.array(z.unknown()).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
});
export type Activity = z.infer<typeof activitySchema>;

export type Sender = { readonly id: string; readonly account?: string };
export type From = {
  readonly by: Sender;
  readonly bot: string;
  readonly tenant: string | undefined;
  readonly serviceUrl: string;
  /** Without the thread's mark: where a message of ours stands. */
  readonly conversation: string;
  /** Where a reply goes: in a channel, the thread. */
  readonly thread: string;
  readonly type: 'personal' | 'channel' | 'groupChat';
  readonly team?: string;
  /** The same activity delivered again bears the same mark. */
  readonly mark?: string;
  /** This place, where it is news: an act carries it along. */
  readonly learnt?: Conversation;
};

export type Incoming = From &
  (
    | { readonly is: 'said'; readonly text: string }
    /** A button. `data` is what we wrote on it together with what was entered; `card` the message it stands in. */
    | { readonly is: 'pressed'; readonly data: unknown; readonly card?: string; readonly as: 'invoke' | 'message' }
    | { readonly is: 'let in' }
    | { readonly is: 'others came or went'; readonly came: readonly Sender[] }
    | { readonly is: 'sent away' }
    | { readonly is: 'unknown invoke' }
    | { readonly is: 'nothing of ours' }
  );

export function incoming(activity: Activity): Incoming {
  const from = fromOf(activity);
  switch (activity.type) {
    case 'message':
      return { ...from, ...message(activity) };
    case 'invoke':
      return { ...from, ...invoke(activity) };
    case 'installationUpdate':
      return { ...from, is: activity.action?.startsWith('remove') ? 'sent away' : 'let in' };
    case 'conversationUpdate':
      return { ...from, ...cameOrWent(activity) };
    default:
      return { ...from, is: 'nothing of ours' };
  }
}

function cameOrWent({ recipient, membersAdded, membersRemoved }: Activity): What<Incoming> {
  const [added, removed] = [membersAdded ?? [], membersRemoved ?? []];
  if (removed.some(({ id }) => id === recipient.id)) return { is: 'sent away' };
  if (added.some(({ id }) => id === recipient.id)) return { is: 'let in' };
  if (added.length + removed.length === 0) return { is: 'nothing of ours' };
  return { is: 'others came or went', came: added.map(senderOf) };
}

function senderOf({ id, aadObjectId }: Activity['from']): Sender {
  return { id, ...(aadObjectId && { account: aadObjectId.toLowerCase() }) };
}

function fromOf(activity: Activity): From {
  const { from, recipient, conversation, channelData, serviceUrl } = activity;
  const type = conversation.conversationType;
  const team = channelData?.team?.id;
  const plain = outOfThread(conversation.id);
  return {
    by: senderOf(from),
    bot: recipient.id,
    tenant: tenantOf(activity),
    serviceUrl,
    conversation: type === 'channel' ? (channelData?.channel?.id ?? plain) : plain,
    thread: conversation.id,
    type: type === 'personal' || type === 'channel' ? type : 'groupChat',
    ...(team && { team }),
    ...(activity.id && { mark: `${conversation.id}/${activity.id}` }),
  };
}

/** Undefined when it names two. */
function tenantOf({ conversation, channelData }: Activity): string | undefined {
  const named = [conversation.tenantId, channelData?.tenant?.id].flatMap((each) => each?.toLowerCase() ?? []);
  return new Set(named).size === 1 ? named[0] : undefined;
}

type What<I> = I extends Incoming ? Omit<I, keyof From> : never;

function message(activity: Activity): What<Incoming> {
  const { replyToId } = activity;
  const carries = carrying.safeParse(activity.value);
  if (!carries.success) return { is: 'said', text: spoken(activity) };
  return { is: 'pressed', data: carries.data, as: 'message', ...(replyToId && { card: replyToId }) };
}

/** A client too old for Action.Execute sends what a button carries as a message; no button of a card carries nothing. */
const carrying = z
  .record(z.string(), z.unknown())
  .refine((value) => Object.keys(value).length > 0, { error: 'carries nothing' });

const action = z.object({ action: z.object({ data: z.unknown().optional() }) });

function invoke({ name, value, replyToId }: Activity): What<Incoming> {
  const pressed = action.safeParse(value);
  if (name !== 'adaptiveCard/action' || !pressed.success) return { is: 'unknown invoke' };
  return { is: 'pressed', data: pressed.data.action.data, as: 'invoke', ...(replyToId && { card: replyToId }) };
}

const mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }), text: z.string() });

// Ten times what is kept of it, with all its marks.
const mostRead = 20_000;

/** What was typed, without our own name before it. */
function spoken({ text, entities, recipient }: Activity): string {
  const names = (entities ?? []).flatMap((entity) => {
    const read = mention.safeParse(entity);
    return read.success && read.data.mentioned.id === recipient.id ? [read.data.text] : [];
  });
  const begun = (text ?? '').slice(0, mostRead);
  const bare = names.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, ' ')), begun);
  return bare
    .replaceAll(/<\/?(p|div|br|span|at)\b[^<>]*>/gi, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\0', '')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()
    .slice(0, 2_000);
}
