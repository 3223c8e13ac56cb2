/** Turns what pg and PGlite throw into what the flow knows how to treat. A bug stays the error it was. */
import { StoreUnavailable } from '../../flow/ports/event-store.ts';

/** Classes 08 (connection), 53 (resources), 57P (shut down) of SQLSTATE; 25006 is a standby, 55P03 a lock waited out. */
const passing = /^(08...|53...|57P0[1-5]|57014|25006|55P03|40001|40P01)$/;
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);
/** pg gives these no code. */
const lost =
  /connection terminated|timeout exceeded when trying to connect|not queryable|PGlite is clos|connection error|pool after calling end/i;

export function translated(error: unknown): unknown {
  if (error instanceof StoreUnavailable || !isPassing(error)) return error;
  return new StoreUnavailable(sentenceFor(error), { cause: error });
}

function sentenceFor(error: unknown): string {
  return codeOf(error) === '53100'
    ? 'The database has no room left on its disk. Nothing was recorded; make room, and Muster goes on by itself.'
    : 'The database cannot be reached just now. Nothing was recorded; try again in a moment.';
}

function isPassing(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return (code !== undefined && (passing.test(code) || network.has(code))) || lost.test(error.message);
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
