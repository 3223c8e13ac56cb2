/** Slack's errors, translated once: what is certain about a message, and whether we may still speak at all. */
import { webApi } from '@slack/bolt';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { neverConnected } from '../../flow/ports/never-connected.ts';

export type Failure = {
  readonly certainty: DeliveryFailed['certainty'];
  readonly why: string;
  /** Milliseconds. */
  readonly retryAfter?: number;
  /** Slack did not say when. */
  readonly guessed?: boolean;
  /** Slack's own word for it. */
  readonly code?: string;
  /** The token is of no use any more. */
  readonly cutOff?: true;
  /** It may be the network between us: Slack itself said nothing. */
  readonly unheard?: true;
};

export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError) return tooFast(error.retryAfter);
  if (error instanceof webApi.WebAPIPlatformError) return said(error);
  if (error instanceof webApi.WebAPIHTTPError) return answered(error.statusCode);
  if (error instanceof webApi.WebAPIRequestError) return unanswered(error);
  const why = error instanceof Error ? error.message : String(error);
  // A 429 that does not say until when is the only other error the SDK throws before anything was posted.
  if (why.startsWith('Retry header')) return tooFast(undefined);
  return { certainty: 'uncertain', why };
}

export function deliveryFailed(error: unknown): DeliveryFailed {
  if (error instanceof DeliveryFailed) return error;
  const { certainty, ...failure } = failureOf(error);
  return failedWith(certainty, failure, error);
}

/** Nothing was posted yet, so whatever went wrong here is certain. */
export function beforeSending(error: unknown): DeliveryFailed {
  if (error instanceof DeliveryFailed) return error;
  const { certainty, ...failure } = failureOf(error);
  return failedWith(certainty === 'unreachable' ? certainty : 'not sent', failure, error);
}

type When = Pick<Failure, 'why' | 'retryAfter' | 'guessed'>;

function failedWith(
  certainty: Failure['certainty'],
  { why, retryAfter, guessed }: When,
  cause: unknown,
): DeliveryFailed {
  const when = retryAfter === undefined ? {} : { retryAfter, guessed: guessed ?? false };
  return new DeliveryFailed(certainty, why, { cause, ...when });
}

/** No time, or one that is over, is none. */
function tooFast(seconds = 0): Failure {
  const guessed = seconds <= 0;
  const wait = guessed ? 30 : Math.max(seconds, 1);
  const why = guessed ? 'Slack asks to wait, and does not say how long' : `Slack asks to wait ${wait} seconds`;
  return { certainty: 'not sent', why, retryAfter: wait * 1000, guessed, code: 'ratelimited' };
}

const nobodyThere: ReadonlyMap<string, string> = new Map([
  ['channel_not_found', 'Slack knows no such person or channel, or Muster is not in it'],
  ['user_not_found', 'Slack knows no such person'],
  ['users_not_found', 'Slack knows nobody with this e-mail address'],
  ['user_not_visible', 'Muster may not see this person in Slack'],
  ['user_disabled', 'their Slack account is deactivated'],
  ['is_archived', 'the channel is archived'],
  ['is_inactive', 'the channel is archived, frozen or deleted'],
  ['not_in_channel', 'Muster is not in the channel. Invite it there'],
  ['cannot_dm_bot', 'this is the address of a bot'],
  ['messages_tab_disabled', 'the app’s Messages tab is switched off in Slack'],
  ['restricted_action', 'the workspace does not allow Muster to write there'],
  ['restricted_action_read_only_channel', 'only some may write in the channel, and Muster is not among them'],
]);

const cutOff = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'app_uninstalled',
  'team_access_not_granted',
]);

// An organisation moves, and its workspace is closed for the while: the token is as good as before.
const passing = new Set(['org_login_required']);
const aWhile = 5 * 60;

// Slack says of these itself that part of the call may have been carried out.
const perhapsDone = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

function said({ data }: InstanceType<typeof webApi.WebAPIPlatformError>): Failure {
  const code = data.error;
  if (code === 'ratelimited' || code === 'rate_limited') return tooFast(data.response_metadata?.retryAfter);
  if (passing.has(code)) return { ...tooFast(aWhile), why: `Slack cannot take it for the moment (${code})`, code };
  const missing = nobodyThere.get(code);
  if (missing !== undefined) return { certainty: 'unreachable', why: missing, code };
  if (cutOff.has(code))
    return { certainty: 'not sent', why: `Slack no longer takes our token (${code})`, code, cutOff: true };
  // What is no code at all is a page some proxy sent in Slack's place.
  if (perhapsDone.has(code) || !/^[a-z0-9_]{1,80}$/.test(code)) {
    return { certainty: 'uncertain', why: 'Slack failed while it carried this out' };
  }
  return { certainty: 'not sent', why: `Slack refused it (${code})`, code };
}

function answered(status: number): Failure {
  const why = `Slack answered with status ${status}`;
  return { certainty: status >= 500 ? 'uncertain' : 'not sent', why };
}

function unanswered(error: Error): Failure {
  const code = neverConnected(error);
  if (code !== undefined) return { certainty: 'not sent', why: `Slack could not be reached (${code})`, unheard: true };
  return { certainty: 'uncertain', why: 'Slack did not answer in time, or its answer was lost', unheard: true };
}
