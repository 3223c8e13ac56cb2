/** When Teams says when to come back, in whichever way it may, nobody comes back before. */
import { expect, it } from 'vitest';
import { deliveryFailed } from '../../../src/adapters/teams/failures.ts';

const date = 'Mon, 23 Nov 2026 08:30:00 GMT';

function waits(headers: Record<string, string>) {
  const response = { status: 429, headers: new Headers(headers) };
  const failed = deliveryFailed(Object.assign(new Error('Too many'), { response }));
  const { certainty, message, retryAfter, guessed } = failed;
  return { certainty, message, retryAfter, guessed };
}

it.each<[string, Record<string, string>, number, string]>([
  ['seconds', { 'retry-after': '7' }, 7, '7 seconds'],
  ['a second', { 'retry-after': '1' }, 1, 'a second'],
  ['hours', { 'retry-after': '7200' }, 7_200, '2 hours'],
  ['more than a day', { 'retry-after': '864000' }, 86_400, '24 hours'],
  ['a moment', { 'retry-after': 'Mon, 23 Nov 2026 08:40:00 GMT', date }, 600, '10 minutes'],
])('%s', (_, headers, seconds, words) => {
  expect(waits(headers)).toEqual({
    certainty: 'not sent',
    message: `Teams asks to wait ${words}`,
    retryAfter: seconds * 1_000,
    guessed: false,
  });
});

it.each<[string, Record<string, string>]>([
  ['no time at all', { 'retry-after': '0' }],
  ['less than none', { 'retry-after': '-5' }],
  ['a moment that is past', { 'retry-after': 'Mon, 23 Nov 2026 08:20:00 GMT', date }],
  ['a moment, and not what time it is', { 'retry-after': 'Mon, 23 Nov 2026 08:40:00 GMT' }],
  ['no sense', { 'retry-after': 'soon', date }],
  ['nothing', {}],
])('it does not say when with %s', (_, headers) => {
  const message = 'Teams asks to wait, and does not say how long';
  expect(waits(headers)).toEqual({ certainty: 'not sent', message, retryAfter: 5_000, guessed: true });
});
