/** The connector's errors, translated once: what is certain about a message. Read by shape, since the SDK's classes stay in the transport. */
import { z } from 'zod';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { neverConnected } from '../../flow/ports/never-connected.ts';
import { type Where, whyOutOfReach } from './out-of-reach.ts';

const body = z.object({ error: z.object({ code: z.string().max(200) }) });
const shape = z.object({
  statusCode: z.number().exactOptional(),
  code: z.unknown().optional(),
  response: z
    .object({
      status: z.number().exactOptional(),
      headers: z
        .custom<Headers>(hasGet)
        .exactOptional()
        .catch(undefined as never),
      bodyAsText: z.string().nullish().catch(undefined),
    })
    .exactOptional()
    .catch(undefined as never),
});

/** Rethrows what is no failure of Teams or of the way there. */
export function deliveryFailed(error: unknown, where: Where = 'chat'): DeliveryFailed {
  if (error instanceof DeliveryFailed) return error;
  if (!isOfTheWay(error)) throw error;
  const { certainty, why, ...when } = failureOf(error, where);
  return new DeliveryFailed(certainty, why, { cause: error, ...when });
}

/** Teams answered, or the network did not let it. Whatever else goes wrong is our own, and says nothing of Teams. */
function isOfTheWay(error: unknown): boolean {
  return answerOf(error).status !== undefined || hasResponse(error) || isOfTheNetwork(error);
}

const hasResponse = (error: unknown) => error instanceof Error && 'response' in error && error.response !== undefined;

function isOfTheNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (error.name === 'AbortError' || (code !== '' && !ofTheProgram.test(code))) return true;
  const several = error instanceof AggregateError ? error.errors : [];
  return [error.cause, ...several].some(isOfTheNetwork);
}

/** As Node names what a program does wrong. */
const ofTheProgram = /^ERR_(INVALID|MISSING|OUT_OF_RANGE|METHOD)/;

/** The message is no more. Where we only may not write, or Teams does not know the place just now, it can stand there still. */
export function isNotThere(error: unknown): boolean {
  return isNotFound(error) && answerOf(error).code !== 'ConversationNotFound';
}

/** Of a post it can only be the place: there was no message yet. */
export function isNotFound(error: unknown): boolean {
  return error instanceof DeliveryFailed && answerOf(error).status === 404;
}

/** Asking again changes nothing before somebody does. */
export function isOutOfReach(error: unknown): boolean {
  return error instanceof DeliveryFailed && error.certainty === 'unreachable';
}

/** Undefined where it is not, or is not for us. */
export async function ifInReach<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (isOutOfReach(error)) return undefined;
    throw error;
  }
}

/** Asked again a little later, Teams may say something else. */
export function isPassing(error: unknown): boolean {
  // Without a cause it is a word of our own.
  if (!(error instanceof DeliveryFailed) || isOutOfReach(error) || error.cause === undefined) return false;
  const { status } = answerOf(error);
  return status === undefined || status >= 500 || [408, 412, 429].includes(status);
}

/** When to ask again: what Teams asked for was said before. */
export function whenAgain({ retryAfter = 0 }: DeliveryFailed): 'then' | 'in a minute' {
  return retryAfter > 60_000 ? 'then' : 'in a minute';
}

type Answered = {
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly after?: number | undefined;
};

/** What Teams answered; nothing where it did not. */
function answerOf(error: unknown): Answered {
  if (error instanceof DeliveryFailed) return answerOf(error.cause);
  const { statusCode, response } = shape.safeParse(error).data ?? {};
  const status = statusCode ?? response?.status;
  return { status, code: codeIn(response?.bodyAsText), after: secondsToWait(response?.headers) };
}

type Failure = {
  readonly certainty: DeliveryFailed['certainty'];
  readonly why: string;
  readonly retryAfter?: number;
  readonly guessed?: boolean;
};

function failureOf(error: unknown, where: Where): Failure {
  const { status, code, after } = answerOf(error);
  if (status === undefined || status < 300) return unanswered(error);
  if (status === 429 || status === 412) return tooFast(status, after);
  if (status === 403 || status === 404)
    return { certainty: 'unreachable', why: whyOutOfReach(where, { status, code }) };
  if (status >= 500 || status === 408) return { certainty: 'uncertain', why: `Teams answered with status ${status}` };
  if (status === 401) return { certainty: 'not sent', why: tokenRefused };
  return { certainty: 'not sent', why: `Teams refused it with status ${status}${code ? ` (${code})` : ''}` };
}

// Entra gave it, so its app and secret are right: what is left is the bot in Azure.
const tokenRefused =
  'Teams does not take Muster’s token (401). The Azure Bot should be of the app TEAMS_APP_ID and of the same tenant, and have the channel Microsoft Teams';

function hasGet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function';
}

function codeIn(text: string | null | undefined): string | undefined {
  try {
    return body.parse(JSON.parse(text ?? '')).error.code;
  } catch {
    return undefined;
  }
}

// Without a word from Teams when: its limits are counted over one and over thirty seconds.
const aWhile = 5;

const aDay = 24 * 60 * 60;

function tooFast(status: number, after: number | undefined): Failure {
  const guessed = after === undefined;
  const wait = Math.min(after ?? aWhile, aDay);
  const asks = guessed ? 'Teams asks to wait, and does not say how long' : `Teams asks to wait ${inWords(wait)}`;
  const why = status === 429 ? asks : 'Teams was busy with this conversation';
  return { certainty: 'not sent', why, retryAfter: wait * 1_000, guessed };
}

type Headers = { get(name: string): unknown };

/** In seconds, or as a moment by the clock of who answered: ours may be another. One that is past says nothing. */
function secondsToWait(headers: Headers | undefined): number | undefined {
  const [after, date] = ['retry-after', 'date'].map((name) => String(headers?.get(name) ?? '').trim());
  if (!after) return undefined;
  const seconds = Number(after);
  const wait = Number.isFinite(seconds) ? seconds : (Date.parse(after) - Date.parse(date ?? '')) / 1_000;
  return Number.isFinite(wait) && wait > 0 ? Math.max(wait, 1) : undefined;
}

function inWords(seconds: number): string {
  if (seconds < 120) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  if (seconds < 7_200) return `${Math.ceil(seconds / 60)} minutes`;
  return `${Math.ceil(seconds / 3_600)} hours`;
}

function unanswered(error: unknown): Failure {
  const code = neverConnected(error);
  if (code !== undefined) return { certainty: 'not sent', why: `Teams could not be reached (${code})` };
  return { certainty: 'uncertain', why: 'Teams did not answer in time, or its answer was lost' };
}

/** Where the message itself was not tried yet: whatever Teams said or did not, nothing was sent. Rethrows what is our own. */
export function beforeSending(error: unknown): DeliveryFailed {
  if (!(error instanceof DeliveryFailed)) throw error;
  if (error.certainty !== 'uncertain') return error;
  return new DeliveryFailed('not sent', error.message, { cause: error });
}
