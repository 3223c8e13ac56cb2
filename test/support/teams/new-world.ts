/** An empty tenant with the bot registered in it. */
import { ids } from './ids.ts';
import { journal } from './journal.ts';
import type { AsksFor, World } from './world.ts';

export type WorldOptions = {
  /** Milliseconds. Drives limits, ids and timestamps; real time unless given. */
  readonly now?: () => number;
  readonly tenant?: string;
  readonly appId?: string;
  readonly asksFor?: AsksFor;
};

const muster = '11111111-2222-4333-8444-555555555555';
const example = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

export function newWorld(options: WorldOptions): World {
  const { now = Date.now, tenant = example, appId = muster, asksFor = 'our tokens' } = options;
  return {
    now,
    ids: ids(now),
    journal: journal(),
    tenant,
    bot: { appId, id: `28:${appId}`, name: 'Muster', password: 'a-secret-of-nobody' },
    asksFor,
    origin: '',
    people: new Map(),
    teams: new Map(),
    conversations: new Map(),
    installed: new Set(),
    messages: [],
    shown: new Map(),
    tokens: new Map(),
    written: new Set(),
    violations: [],
    pages: [],
  };
}
