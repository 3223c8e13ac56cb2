/** Without a connection nothing was sent; with one that broke, nobody knows. */

/** What kept a request from a connection, by its code; undefined where something may have been sent. */
export function neverConnected(error: unknown): string | undefined {
  return errorsIn(error).find(isBeforeConnecting)?.code;
}

type Coded = { readonly code: string; readonly message: string; readonly syscall?: unknown };

function errorsIn(error: unknown): readonly Coded[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error as Coded & Error] : [];
  const several = error instanceof AggregateError ? error.errors.flatMap(errorsIn) : [];
  return [...own, ...several, ...errorsIn(error.cause)];
}

function isBeforeConnecting({ code, syscall, message }: Coded): boolean {
  // An SDK that wraps what Node said keeps its words, as “read EHOSTUNREACH”, and not always its parts.
  const doing = syscall ?? /^(connect|read|write) /.exec(message)?.[1];
  if (code === 'ETIMEDOUT') return doing === 'connect';
  // On a connection that stood these come too, while something is read or written: then it may have arrived.
  return (always.has(code) && doing !== 'read' && doing !== 'write') || certificates.test(code);
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
