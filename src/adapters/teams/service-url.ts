/** Which addresses are Microsoft's. A bot that answers wherever it is told to would carry its token to anybody. */
import type { TeamsDoor } from './options.ts';
import { remembering } from './remembering.ts';

const exactly = 'smba.trafficmanager.net';
const within = ['.botframework.com', '.botframework.azure.us', '.teams.microsoft.com', '.teams.microsoft.us'];
const thisMachine: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

export function isTrusted(serviceUrl: string, { door }: TeamsDoor): boolean {
  // Every activity names one of a few.
  return before(`${door} ${serviceUrl}`, () => isOfMicrosoft(serviceUrl, door));
}

const before = remembering<boolean>(100);

function isOfMicrosoft(serviceUrl: string, door: TeamsDoor['door']): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, username, password, port } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  // Under a test setting nothing outside this machine is ever called.
  if (door !== 'guarded') return thisMachine.has(hostname);
  if (protocol !== 'https:' || port !== '') return false;
  return hostname === exactly || within.some((domain) => hostname.endsWith(domain));
}

/** Where to begin with somebody before Teams has ever called us. */
export const firstServiceUrl = 'https://smba.trafficmanager.net/teams/';
