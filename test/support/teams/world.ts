/** A tenant as Teams holds it: its people, teams and chats, what was posted there, and what each person sees of it. */
import type { Fields } from '../slack/json.ts';
import type { Ids } from './ids.ts';
import type { Journal } from './journal.ts';

export type Person = {
  /** As the bot knows them, `29:…`. */
  readonly id: string;
  /** As Entra ID knows them. */
  readonly aad: string;
  readonly name: string;
  readonly email: string;
  readonly upn: string;
  readonly tenant: string;
  readonly zone: string;
  readonly locale: string;
  readonly role: 'user' | 'guest';
};

export type Team = {
  readonly id: string;
  readonly name: string;
  readonly aadGroup: string;
  readonly members: ReadonlySet<string>;
  readonly installed: boolean;
};

/** A chat with one person, or a channel. Threads are not conversations here: their root stands in the message. */
export type Conversation = {
  readonly id: string;
  readonly name: string;
  /** Whose personal chat with the bot it is. */
  readonly user?: string;
  readonly team?: string;
};

/** A message never changes: an edit puts another in its place, as on a screen. */
export type Message = {
  readonly id: string;
  readonly conversation: string;
  readonly from: string;
  readonly text: string;
  readonly summary?: string;
  readonly card?: Fields;
  /** The message whose thread this is in. */
  readonly root?: string;
  readonly edits: number;
  /** What was sent, word for word. */
  readonly activity: Fields;
};

export type Violation = { readonly in: string; readonly says: string };
export type Page = { readonly in: string; readonly whom: string };

/**
 * What the connector wants to see of the bot: a token of this issuer, any token, or nothing. With `nothing` it sends none
 * either, as local tools do.
 */
export type AsksFor = 'our tokens' | 'any token' | 'nothing';

export type World = {
  readonly now: () => number;
  readonly ids: Ids;
  readonly journal: Journal;
  readonly tenant: string;
  readonly bot: { readonly appId: string; readonly id: string; readonly name: string; readonly password: string };
  readonly asksFor: AsksFor;
  origin: string;
  readonly people: Map<string, Person>;
  readonly teams: Map<string, Team>;
  readonly conversations: Map<string, Conversation>;
  /** Who has the app in a personal chat. */
  readonly installed: Set<string>;
  messages: readonly Message[];
  /** What one person sees in place of a message's card, after a press, until the message is edited; by `shownKey`. */
  readonly shown: Map<string, Fields>;
  readonly tokens: Map<string, number>;
  /** What people typed or would type, so that its marks are known when they come alive. */
  readonly written: Set<string>;
  readonly violations: Violation[];
  readonly pages: Page[];
};

export function shownKey(message: string, person: string): string {
  return `${message} ${person}`;
}

export function serviceUrl({ origin }: World): string {
  return `${origin}/emea/`;
}
