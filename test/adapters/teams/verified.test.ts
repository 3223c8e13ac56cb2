/** What was verified a moment ago opens the door again, and only as it was verified. */
import { expect, it } from 'vitest';
import { verified } from '../../../src/adapters/teams/verified.ts';

const aMinute = 60_000;
const brought = {
  authorization: 'Bearer one.two.three',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/emea/',
};

it('a token is believed for a minute', () => {
  let now = 1_000_000;
  const known = verified(() => now);
  expect(known.has(brought)).toBe(false);
  known.add(brought, now + 10 * aMinute);
  now += aMinute - 1;
  expect(known.has({ ...brought })).toBe(true);
  now += 1;
  expect(known.has(brought)).toBe(false);
});

it('and never after its end', () => {
  let now = 1_000_000;
  const known = verified(() => now);
  known.add(brought, now + 10);
  now += 10;
  expect(known.has(brought)).toBe(false);
});

it('no more than a thousand are kept, however many come', () => {
  const known = verified(() => 0);
  known.add(brought, aMinute);
  const others = Array.from({ length: 1_000 }, (_, at) => ({ ...brought, authorization: `Bearer ${at}` }));
  for (const other of others) known.add(other, aMinute);
  expect([known.has(brought), others.filter((other) => known.has(other)).length]).toEqual([false, 1]);
});

it.each([
  ['signature', { authorization: 'Bearer one.two.four' }],
  ['channel', { channelId: 'directline' }],
  ['service address', { serviceUrl: 'https://elsewhere.example/' }],
])('another %s is verified by itself', (_, other) => {
  const known = verified(() => 0);
  known.add(brought, aMinute);
  expect(known.has({ ...brought, ...other })).toBe(false);
});
