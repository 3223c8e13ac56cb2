/** Who may come in: a request that Slack signed just now, and whose payload we know. */
import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'node:querystring';
import { isValidSlackRequest } from '@slack/bolt';
import { z } from 'zod';

// Slack's own rule for the past. Our clock may go wrong by as much the other way.
const fiveMinutes = 5 * 60;

export type Admitted =
  | { readonly payload: Readonly<Record<string, unknown>> }
  | { readonly status: 400 | 401; readonly error?: string };

/** `body` is the very text that came: it is what was signed. */
export function admit(headers: IncomingHttpHeaders, body: string, signingSecret: string): Admitted {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': stamp } = headers;
  // Slack's SDK believes the future.
  if (Number(stamp) > Date.now() / 1000 + fiveMinutes) {
    return { status: 401, error: 'This request is dated in the future.' };
  }
  if (typeof signature !== 'string' || typeof stamp !== 'string') return { status: 401 };
  const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(stamp) };
  if (!isValidSlackRequest({ signingSecret, body, headers: signed })) return { status: 401 };
  // Of what Slack itself signed, so that nobody else learns what is known here.
  const payload = payloadIn(body, headers['content-type']);
  if (!known.safeParse(payload).success) return { status: 400, error: 'Muster does not know this kind of request.' };
  return { payload: payload as Record<string, unknown> };
}

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
