/** What anybody outside can cause does not fill the log. */
import { expect, test } from 'vitest';
import { seldom } from '../../src/flow/seldom.ts';
import { keptLog } from '../support/kept-log.ts';

test('each sentence is said once a minute at most, whatever else is said', () => {
  const log = keptLog();
  let now = 5;
  const warn = seldom(log, () => now);
  for (now of [5, 6, 60_004, 60_005]) {
    warn('One.');
    if (now > 5) warn('Two.');
  }
  expect(log.said.map(({ sentence }) => sentence)).toEqual(['One.', 'Two.', 'One.']);
});
