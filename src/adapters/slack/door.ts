/** Who may come in: a request that Slack signed just now, and whose payload we know. */
import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'node:querystring';
import { isValidSlackRequest } from '@slack/bolt';
import { z } from 'zod';

// Slack's own rule for the past. Our clock may go wrong by as much the other way.
const fiveMinutes = 5 * 60;

export type Admitted = { readonly payload: Readonly<Record<string, unknown>> } | TurnedAway;

/** `why` is for the log, where there is something to do about it; `error` is all that the caller learns. */
export type TurnedAway = { readonly status: 400 | 401; readonly error: string; readonly why?: string };

/** `body` is the very text that came: it is what was signed. */
export function admit(headers: IncomingHttpHeaders, body: string, signingSecret: string): Admitted {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': stamp } = headers;
  // Slack's SDK believes the future.
  if (Number(stamp) > Date.now() / 1000 + fiveMinutes) return fromTheFuture;
  if (typeof signature !== 'string' || typeof stamp !== 'string') return unsigned(noSignature);
  if (Number(stamp) < Date.now() / 1000 - fiveMinutes) return unsigned(old);
  const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(stamp) };
  if (!isValidSlackRequest({ signingSecret, body, headers: signed })) return unsigned(otherSecret);
  // Of what Slack itself signed, so that nobody else learns what is known here.
  const payload = payloadIn(body, headers['content-type']);
  if (!known.safeParse(payload).success) return { status: 400, error: 'Muster does not know this kind of request.' };
  return { payload: payload as Record<string, unknown> };
}

function unsigned(why: string): TurnedAway {
  return { status: 401, error: 'This request is not signed by Slack.', why };
}

const noSignature =
  'A request to /slack/events had no signature of Slack’s. Somebody else called, or a proxy in front of Muster takes its headers away.';
const old =
  'A request to /slack/events was dated more than five minutes ago. If it was Slack’s, this machine’s clock is ahead: set it by a time server.';
const otherSecret =
  'A request to /slack/events was not signed with SLACK_SIGNING_SECRET. If it was Slack’s, the secret is of another app: copy it again (Basic Information, App Credentials).';
const fromTheFuture: TurnedAway = {
  status: 401,
  error: 'This request is dated in the future.',
  why: 'A request to /slack/events was dated more than five minutes in the future. If it was Slack’s, this machine’s clock is behind: set it by a time server.',
};

const id = z.string().min(1);
const user = z.object({ id });
const known = z.union([
  z.object({ type: z.literal('block_actions'), user, actions: z.array(z.object({ action_id: id })).min(1) }),
  z.object({ type: z.enum(['view_submission', 'view_closed']), user, view: z.object({ id }) }),
  z.object({ command: id, user_id: id, team_id: id, channel_id: id }),
  z.object({ type: z.literal('event_callback'), event: z.object({ type: id }) }),
  z.object({ type: z.literal('url_verification'), challenge: z.string() }),
  z.object({ ssl_check: id }),
]);

/** What an interaction's form holds, and nothing beside it: reading such a long one field by field takes twice as long. */
const alone = 'payload=';

function decoded(value: string): string {
  return decodeURIComponent(value.replaceAll('+', ' '));
}

/** Undefined when it cannot be read. */
function payloadIn(body: string, contentType: string | undefined): unknown {
  try {
    if (contentType !== 'application/x-www-form-urlencoded') return JSON.parse(body);
    return body.startsWith(alone) ? JSON.parse(decoded(body.slice(alone.length))) : parse(body);
  } catch {
    return undefined;
  }
}
