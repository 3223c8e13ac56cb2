/** Sends any bytes to the bot, signed like Teams's or not. */
import { type Heard, postToApp } from '../slack/post-to-app.ts';
import { type Address, type How, headersFor } from './telling.ts';
import type { World } from './world.ts';

/** What nobody's Teams would send, and what somebody will: each by a name for the test. */
export const junk: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['an empty object', '{}'],
  ['a list', '[]'],
  ['a number', '5'],
  ['null', 'null'],
  ['half an object', '{"type":"message"'],
  ['a type that is a number', '{"type":5}'],
  ['a type alone', '{"type":"message"}'],
  ['a conversation that is a number', '{"type":"message","channelId":"msteams","conversation":7,"from":[]}'],
  ['a prototype', '{"__proto__":{"type":"message"},"constructor":{"prototype":{}}}'],
  ['lists in lists without end', '['.repeat(500_000)],
];

/** Five megabytes, and some. */
export function huge(): string {
  return JSON.stringify({ type: 'message', text: 'a'.repeat(5 * 1024 * 1024) });
}

export type Raw = Omit<How, 'alter'> & { readonly body: string };

export function rawly(world: World, address: Address): (raw: Raw) => Promise<Heard> {
  return ({ body, ...how }) => postToApp({ ...address, headers: headersFor(world, address, how), body });
}
