/** When Slack says when to come back, nobody comes back before; and where it does not, that is known. */
import { webApi } from '@slack/bolt';
import { expect, it } from 'vitest';
import { deliveryFailed } from '../../../src/adapters/slack/failures.ts';

const limited = (retryAfter: number) => new webApi.WebAPIRateLimitedError(retryAfter);

it.each([
  ['seconds', limited(7), 7_000, false],
  ['no time at all', limited(0), 30_000, true],
  ['less than none', limited(-1), 30_000, true],
  ['nothing', new Error('Retry header did not contain a valid timeout.'), 30_000, true],
])('%s', (_, error, retryAfter, guessed) => {
  expect(deliveryFailed(error)).toMatchObject({ certainty: 'not sent', retryAfter, guessed });
});
