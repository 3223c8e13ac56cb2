/** Parses Slack's payloads into what a person did: a click, a sent form, a typed command. Nothing else is believed. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type ButtonValue, readButtonValue } from './button-value.ts';
import { type State, stateSchema } from './field-values.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import type { Origin } from './origin.ts';
import type { Named } from './people.ts';
import type { Trigger } from './windows.ts';

const id = z.string().min(1).max(300);
const user = z.object({ id, team_id: id.nullish() });
const team = z.object({ id }).nullish();
const view = z.object({ id, type: z.string().default(''), private_metadata: z.string().default('') });

const clickSchema = z.object({
  user,
  team,
  trigger_id: id,
  response_url: z.string().default(''),
  container: z.object({
    type: z.string().default(''),
    message_ts: id.nullish(),
    channel_id: id.nullish(),
    is_ephemeral: z.boolean().nullish(),
  }),
  view: view.nullish(),
  actions: z.array(z.object({ action_id: z.string(), action_ts: id, value: z.string().nullish() })).min(1),
});

/** Slack signed it, and still it is nothing that Slack sends: refused, and nothing recorded. */
export class UnreadableRequest extends Error {
  constructor(where: readonly string[]) {
    super(`This is no request that Slack makes: ${where.join(', ')} cannot be read.`);
    this.name = 'UnreadableRequest';
  }
}

/** Of what cannot be read only the place is told: a log is no place for what people wrote. */
export function readAs<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new UnreadableRequest(read.error.issues.map(({ path }) => path.join('.') || 'the request'));
}

export type Click = {
  readonly by: Named;
  /** The same click bears the same mark, however often Slack delivers it. */
  readonly once: string;
  readonly trigger: Trigger;
  readonly from: Origin | undefined;
  readonly kind: string;
  readonly does: ButtonValue | undefined;
};

export function readClick(body: unknown): Click {
  const click = readAs(clickSchema, body);
  const [action] = click.actions;
  const does = readButtonValue(action?.value ?? '');
  const place = click.view?.id ?? `${click.container.channel_id}/${click.container.message_ts}`;
  return {
    by: named(click),
    once: ['click', click.team?.id, click.user.id, place, action?.action_ts, action?.action_id].join('/'),
    trigger: { id: click.trigger_id, since: performance.now() },
    from: originOf(click, does),
    kind: action?.action_id.split(':')[0] ?? '',
    does,
  };
}

function originOf(click: z.infer<typeof clickSchema>, does: ButtonValue | undefined): Origin | undefined {
  const { container, response_url: url } = click;
  const part = does?.part === undefined ? {} : { part: does.part };
  if (click.view?.type === 'home') return { at: 'home' };
  if (click.view) {
    const shown = readMetadata(click.view.private_metadata);
    return shown?.is === 'card' ? { at: 'modal', id: click.view.id, view: shown.view, ...part } : undefined;
  }
  const { channel_id: channel, message_ts: ts } = container;
  if (!channel || !ts) return undefined;
  if (!container.is_ephemeral) return { at: 'message', channel, ts, url };
  return { at: 'ephemeral', url, channel, ...(does?.in && { view: does.in }), ...part };
}

/** Of two workspaces in one shared channel, the person's own counts. */
function named(who: { user: z.infer<typeof user>; team?: z.infer<typeof team> }): Named {
  return { user: who.user.id, team: who.user.team_id ?? who.team?.id };
}

const submissionSchema = z.object({
  user,
  team,
  trigger_id: z.string().default(''),
  view: view.extend({ hash: z.string().default(''), state: stateSchema.default({ values: {} }) }),
});

export type Submission = {
  readonly by: Named;
  readonly once: string;
  readonly trigger: Trigger;
  readonly sent: Extract<Metadata, { is: 'form' }> | undefined;
  readonly state: State;
};

export function readSubmission(body: unknown): Submission {
  const { view, trigger_id, ...who } = readAs(submissionSchema, body);
  const sent = readMetadata(view.private_metadata);
  // A form that was refused in part is sent again under the same hash, with other values: that is another act.
  const values = createHash('sha256').update(JSON.stringify(view.state.values)).digest('base64url');
  return {
    by: named(who),
    once: ['form', view.id, view.hash, values].join('/'),
    trigger: { id: trigger_id, since: performance.now() },
    sent: sent?.is === 'form' ? sent : undefined,
    state: view.state,
  };
}

const commandSchema = z.object({
  team_id: id,
  user_id: id,
  channel_id: id,
  command: z.string().max(100),
  text: z.string().max(10_000).default(''),
  // A command bears no other mark.
  trigger_id: id,
  response_url: z.string().default(''),
});

export type Typed = {
  readonly by: Named;
  readonly once: string;
  readonly channel: string;
  readonly command: string;
  readonly text: string;
  readonly trigger: Trigger;
  readonly url: string;
};

export function readTyped(body: unknown): Typed {
  const typed = readAs(commandSchema, body);
  return {
    by: { user: typed.user_id, team: typed.team_id },
    once: `command/${typed.trigger_id}`,
    channel: typed.channel_id,
    command: typed.command,
    text: typed.text.replaceAll('\0', ''),
    trigger: { id: typed.trigger_id, since: performance.now() },
    url: typed.response_url,
  };
}

const homeSchema = z.object({ team_id: id, event: z.object({ user: id, tab: z.string().default('home') }) });

export function readHomeOpened(body: unknown): Named & { readonly tab: string } {
  const { team_id, event } = readAs(homeSchema, body);
  return { user: event.user, team: team_id, tab: event.tab };
}
