/** Without a connection nothing was sent; with one that broke, nobody knows. */

/** What kept a request from a connection, by its code; undefined where something may have been sent. */
export function neverConnected(error: unknown): string | undefined {
  return errorsIn(error).find(isBeforeConnecting)?.code;
}

type Coded = { readonly code: string; readonly syscall?: unknown };

function errorsIn(error: unknown): readonly Coded[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error as Coded & Error] : [];
  const several = error instanceof AggregateError ? error.errors.flatMap(errorsIn) : [];
  return [...own, ...several, ...errorsIn(error.cause)];
}

function isBeforeConnecting({ code, syscall }: Coded): boolean {
  return always.has(code) || certificates.test(code) || (code === 'ETIMEDOUT' && syscall === 'connect');
}

const always: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** Who answers is not who they say they are: as behind a proxy that looks into everything. */
const certificates = /CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^INVALID_CA$/;
