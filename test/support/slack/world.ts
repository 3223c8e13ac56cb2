/** A workspace: its people and channels, what was posted, and what each person has open. */

import type { Ids } from './ids.ts';
import type { Journal } from './journal.ts';
import type { Fields } from './json.ts';

export type User = {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  readonly zone: string;
  readonly deleted: boolean;
  readonly isBot: boolean;
  readonly isGuest: boolean;
  readonly team: string;
};

export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'dm';
  readonly members: ReadonlySet<string>;
  readonly archived: boolean;
  /** Shared with another organisation through Slack Connect. */
  readonly shared: boolean;
  /** Whose direct message with the app this is. */
  readonly user?: string;
};

/** A message never changes: an edit puts another in its place, as on a screen. */
export type Message = {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Fields[];
  /** Its text has no marks. */
  readonly unmarked?: boolean;
  readonly thread?: string;
  /** Only this person sees it, and chat.update cannot reach it. */
  readonly onlyFor?: string;
  readonly edits: number;
  readonly metadata?: Fields;
};

export type View = {
  readonly id: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  readonly hash: string;
  /** As the app gave it, with the ids Slack adds. */
  readonly given: Fields;
  readonly blocks: readonly Fields[];
  readonly root: string;
  readonly previous: string | null;
  /** What the person entered, by block and action; it outlives an update that keeps both ids. */
  readonly entered: ReadonlyMap<string, Fields>;
};

export type ResponseUrl = {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  /** The message that was clicked; none for a command. */
  readonly original?: string;
  readonly until: number;
  used: number;
};

export type Violation = { readonly in: string; readonly says: string };
export type Page = { readonly in: string; readonly whom: string; readonly channel?: string };

export type World = {
  readonly now: () => number;
  readonly ids: Ids;
  readonly journal: Journal;
  readonly team: { readonly id: string; readonly domain: string; readonly name: string };
  readonly app: { readonly id: string; readonly bot: string; readonly botId: string; readonly name: string };
  readonly tokens: { readonly bot: string; readonly app: string; readonly verification: string };
  /** Why the bot token no longer works. */
  revoked: string | undefined;
  scopes: ReadonlySet<string>;
  origin: string;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  messages: readonly Message[];
  readonly modals: Map<string, readonly View[]>;
  readonly homes: Map<string, View>;
  readonly triggers: Map<string, { readonly user: string; readonly until: number; used: boolean }>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly tickets: Map<string, number>;
  readonly violations: Violation[];
  readonly pages: Page[];
};
