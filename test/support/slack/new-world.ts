/** An empty workspace with the app installed in it. */
import { ids } from './ids.ts';
import { journal } from './journal.ts';
import type { World } from './world.ts';

export type WorldOptions = {
  /** Milliseconds. Drives triggers, response_urls, rate limits and timestamps; real time unless given. */
  readonly now?: () => number;
  readonly scopes?: Iterable<string>;
  readonly team?: string;
};

const usual = ['chat:write', 'commands', 'users:read', 'users:read.email', 'channels:read', 'groups:read'];

export function newWorld({ now = Date.now, scopes = usual, team = 'T0MUSTER' }: WorldOptions): World {
  const app = { id: 'A0MUSTER', bot: 'U0BOT', botId: 'B0BOT', name: 'muster' };
  const bot = { id: app.bot, name: app.name, realName: 'Muster', email: '', zone: 'UTC', team };
  return {
    now,
    ids: ids(now),
    journal: journal(),
    team: { id: team, domain: 'example', name: 'Example' },
    app,
    tokens: { bot: 'xoxb-stand-in', app: 'xapp-stand-in', verification: 'not-to-be-trusted' },
    revoked: undefined,
    scopes: new Set(scopes),
    origin: '',
    users: new Map([[app.bot, { ...bot, deleted: false, isBot: true, isGuest: false }]]),
    channels: new Map(),
    messages: [],
    modals: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    tickets: new Map(),
    violations: [],
    pages: [],
  };
}
