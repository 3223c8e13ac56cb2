import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { greeting } from '../../src/wiring/greeting.ts';
import { fiveFields } from '../config/support.ts';

const sunday = '2026-11-22T20:00:00.000Z';
const monday = '2026-11-23T08:00:00.000Z';

test('whoever starts the demo on a Sunday is told that its clock was set forward, and to when', async () => {
  const read = await readConfig({}, { cadences: fiveFields });
  if (!read.ok) throw new Error('It should be right.');
  const url = 'http://localhost:3000';
  expect(greeting(read.config, { url, now: monday, really: sunday })).toContain(
    'Its clock was set forward, since people are asked in their working hours: Mon 23 Nov, 09:00 Europe/Stockholm.',
  );
  expect(greeting(read.config, { url, now: monday, really: monday })).not.toContain('clock was');
});
