import { Cron } from 'croner';
import fc from 'fast-check';
import { createTask, validate } from 'node-cron';
import { describe, expect, test } from 'vitest';
import { cadenceProblems } from '../../../src/adapters/clock/cadence-problems.ts';
import { cronOptions } from '../../../src/adapters/clock/cron-options.ts';

const problems = (cron: string, zone = 'Europe/Stockholm') => cadenceProblems({ cron, zone });

describe('what is wrong with a cadence', () => {
  test.each(['0 9 1 * *', '30 8 1-7 1,4,7,10 MON', '0 9 L * *', '0 9 * * 1#1', '*/15 9-17 * * 1-5', '0 9 29 2 *'])(
    'is nothing for %s',
    (cron) => expect(problems(cron)).toEqual([]),
  );

  test.each([
    ['60 9 * * *', 'The minute of the cadence is "60"'],
    ['0 24 * * *', 'The hour of the cadence is "24"'],
    ['0 22-2 * * *', 'The hour of the cadence is "22-2"'],
    ['0 9 32 * *', 'The day of month of the cadence is "32"'],
    ['0 9 * january *', 'The month of the cadence is "january"'],
    ['0 9 * * 8', 'The day of week of the cadence is "8"'],
  ])('names the field: %s', (cron, sentence) => {
    expect(problems(cron)).toEqual([expect.stringContaining(sentence)]);
  });

  test('names every field that is wrong', () => {
    expect(problems('60 25 * * *')).toHaveLength(2);
  });

  test.each(['0 9 30 2 *', '0 9 31 4,6,9,11 *', '0 9 31 * 1#1'])('says that %s never occurs', (cron) => {
    expect(problems(cron)).toEqual([expect.stringContaining('never occurs')]);
  });

  test('refuses seconds, nicknames and anything but five fields', () => {
    expect(problems('0 0 9 * * *')).toEqual([expect.stringContaining('six fields; leave out the seconds')]);
    expect(problems('@daily')).toEqual([expect.stringContaining('nickname')]);
    expect(problems('0 9 * *')).toEqual([expect.stringContaining('4 fields')]);
    expect(problems('')).toEqual([expect.stringContaining('no fields')]);
  });

  test.each(['Mars/Olympus', '', '+01:00', 'Europe', 'CET'])('does not know the zone "%s"', (zone) => {
    expect(problems('0 9 1 * *', zone)).toEqual([expect.stringContaining(`The zone "${zone}" is unknown`)]);
  });

  test('never throws, whatever is written', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (cron, zone) => Array.isArray(cadenceProblems({ cron, zone }))));
  });
});

describe('what we accept', () => {
  const names = { month: ['jan', 'FEB', 'Dec'], week: ['mon', 'FRI', 'Sun'] };
  const field = (low: number, high: number, words: string[] = [], special: string[] = []) => {
    const number = fc.integer({ min: low - 1, max: high + 1 }).map(String);
    const value = words.length > 0 ? fc.oneof({ weight: 3, arbitrary: number }, fc.constantFrom(...words)) : number;
    const range = fc.tuple(value, value).map(([from, to]) => `${from}-${to}`);
    const step = fc
      .tuple(fc.oneof(fc.constant('*'), range, value), fc.integer({ min: 0, max: high }))
      .map(([of, by]) => `${of}/${by}`);
    const odd = fc.constantFrom('?', '*/2', '**', '+3', '0x1', '1.5', '-', ',', ...special);
    const one = fc.oneof({ weight: 6, arbitrary: value }, { weight: 3, arbitrary: range }, step, odd);
    const list = fc.array(one, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(','));
    return fc.oneof({ weight: 3, arbitrary: fc.constant('*') }, { weight: 4, arbitrary: list });
  };
  const expression = fc
    .tuple(
      field(0, 59),
      field(0, 23),
      field(1, 31, [], ['L', 'LW', '15W', 'L-2', 'W']),
      field(1, 12, names.month),
      field(0, 7, names.week, ['1#1', '5L', 'mon#2', 'friL', '#1', '1#6']),
    )
    .map((parts) => parts.join(' '));
  const minute = 60_000;
  const instants = fc.integer({ min: Date.UTC(2026, 0) / minute, max: Date.UTC(2036, 0) / minute });

  test('both libraries accept, and they agree on the minutes', () => {
    let accepted = 0;
    const agree = fc.property(expression, fc.array(instants, { minLength: 20, maxLength: 20 }), (cron, some) => {
      if (problems(cron, 'UTC').length > 0) return;
      accepted += 1;
      expect(validate(cron)).toBe(true);
      const occurrences = new Cron(cron, { ...cronOptions, timezone: 'UTC' });
      const task = createTask(cron, () => {}, { timezone: 'UTC' });
      try {
        const next = occurrences.nextRuns(5, new Date('2026-11-23T08:00:00Z')).map((date) => date.getTime());
        const beside = next.flatMap((time) => [time, time - minute, time + minute, time + 1440 * minute]);
        for (const time of [...beside, ...some.map((count) => count * minute)]) {
          const date = new Date(time);
          expect([cron, date.toISOString(), task.match(date)]).toEqual([
            cron,
            date.toISOString(),
            occurrences.match(date),
          ]);
        }
      } finally {
        void task.destroy();
      }
    });
    fc.assert(agree, { numRuns: 1500 });
    expect(accepted).toBeGreaterThan(100);
  });
});
