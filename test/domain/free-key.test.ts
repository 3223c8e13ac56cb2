import { expect, test } from 'vitest';
import { section } from '../../src/domain/checklist/checklist.ts';
import { prompt } from '../../src/domain/checklist/prompt.ts';
import { programSettings } from '../../src/domain/program/settings.ts';

const program = {
  id: 'small',
  title: 'A small program',
  checklist: 'small',
  scope: 'everything',
  lead: 'lead',
  cadence: { cron: '0 9 1 * *', zone: 'Europe/Stockholm' },
  approvers: ['approver'],
  roles: { sre: 'anna' },
};

const reasons = (parsed: { error?: unknown }) => JSON.stringify(parsed.error ?? {});

// `accountable: { seal: person }` in a review's first event would be read as somebody's words, and never again.
test.each(['seal', 'text'])('nothing people name is called "%s", which the record uses itself', (name) => {
  const sentence = 'choose another one';
  expect(reasons(section.safeParse({ id: name, title: 'Texts', level: 2 }))).toContain(sentence);
  expect(reasons(programSettings.safeParse({ ...program, roles: { [name]: 'anna' } }))).toContain(sentence);
  expect(reasons(programSettings.safeParse({ ...program, settings: { [name]: 'P30D' } }))).toContain(sentence);
});

test('any other name is fine', () => {
  expect(section.safeParse({ id: 'texts', title: 'Texts', level: 2 }).success).toBe(true);
  expect(programSettings.safeParse({ ...program, settings: { 'text.days': 'P30D' } }).success).toBe(true);
});

test('nor as what every object has', () => {
  const sentence = 'choose another one';
  expect(reasons(section.safeParse({ id: 'constructor', title: 'Texts', level: 2 }))).toContain(sentence);
  expect(reasons(programSettings.safeParse({ ...program, roles: { toString: 'anna' } }))).toContain(sentence);
  expect(reasons(prompt.shape.owner.safeParse('toString'))).toContain(sentence);
});
