import { expect, test } from 'vitest';
import { sayProgramEvent } from '../../../src/adapters/workspace/program-event-words.ts';

const names = { contact: 'Anna', person: () => 'Anna', prompt: () => 'a prompt', zone: 'Pacific/Auckland' };

test('a review is planned, opened and missed on the program’s day, which is not always the day of UTC', () => {
  const tick = '2026-11-22T20:00:00.000Z';
  const said = 'Mon 23 Nov 2026, 09:00 Pacific/Auckland';
  expect(sayProgramEvent({ type: 'ReviewPlanned', tick }, names)).toBe(`Planned a review for ${said}`);
  const elsewhere = { cron: '0 9 1 * *', zone: 'Asia/Tokyo' };
  expect(sayProgramEvent({ type: 'ReviewPlanned', tick, cadence: elsewhere }, names)).toContain('05:00 Asia/Tokyo');
  expect(sayProgramEvent({ type: 'ReviewHeld', tick, review: 'r1' }, names)).toBe(
    `Opened the review planned for ${said}`,
  );
  expect(sayProgramEvent({ type: 'ReviewMissed', tick, because: 'one was open' }, names)).toContain(said);
});
