/** Keeps the door that asks nobody for a token to tools on this machine: no page in a browser may knock there, whatever name it goes by. */
import type { IncomingHttpHeaders } from 'node:http';
import type { TeamsDoor } from './options.ts';
import { Turned } from './turned.ts';

const ownNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

export function onlyFromTools({ door }: TeamsDoor, { host = '', origin, ...headers }: IncomingHttpHeaders): void {
  if (door !== 'open on loopback') return;
  // A foreign name that resolves to this machine would make the browser treat us as that site.
  if (!URL.canParse(`http://${host}`) || !ownNames.has(new URL(`http://${host}`).hostname)) {
    throw new Turned(403, 'With TEAMS_INSECURE_LOCAL Muster answers only on this machine, as localhost.');
  }
  if (origin !== undefined) throw new Turned(403, 'With TEAMS_INSECURE_LOCAL no page in a browser may call Muster.');
  // Anything else a page could send without asking first.
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    throw new Turned(403, 'With TEAMS_INSECURE_LOCAL Muster takes application/json only.');
  }
}
