/** A row that is the same is not rendered again, and one that is not, is. */
import { expect, it } from 'vitest';
import type { AdaptiveCard } from '../../../src/adapters/teams/adaptive-card.ts';
import { piecesOf } from '../../../src/adapters/teams/card-text.ts';
import { render } from '../../../src/adapters/teams/render.ts';
import type { Card, PromptRow } from '../../../src/domain/card/card.ts';
import type { FormValues } from '../../../src/domain/card/form.ts';
import type { Refusal } from '../../../src/domain/event.ts';

const row: PromptRow = {
  row: 'prompt',
  prompt: 'backup.age',
  section: 'Backups',
  number: '1',
  text: [{ text: 'How old is the last one?' }],
  notes: [],
  remarks: [],
  actions: [{ label: 'Hand over', press: { press: 'show', view: { show: 'mine' } } }],
};
const card: Card = {
  title: 'Backups',
  lines: [],
  rows: [row, { ...row, prompt: 'backup.test', number: '2' }],
  actions: [],
  summary: 'Backups',
  form: {
    ref: { form: 'section', review: 'r', section: 'backups', page: 1, seen: { 'backup.age': 0 } },
    title: 'Backups',
    lines: [],
    fields: [{ id: 'backup.age/value', label: '1. Answer', input: 'line' }],
    submit: 'Save',
  },
};
const textOf = (drawn: AdaptiveCard) => Buffer.concat(piecesOf(drawn)).toString('utf8');
const wrong: Refusal = {
  refused: 'does not fit',
  sentence: 'Look again.',
  fields: [{ field: 'backup.age/value', sentence: 'Write a whole number.' }],
};

it.each<
  [string, { readonly row?: Partial<PromptRow>; readonly entered?: FormValues; readonly refusal?: Refusal }, string]
>([
  ['what is asked', { row: { text: [{ text: 'How old is the newest one?' }] } }, 'the newest one'],
  ['what is recorded', { row: { answer: { label: '7 days', tone: 'neutral', detail: [] } } }, '7 days'],
  ['what one can do', { row: { actions: [] } }, ''],
  ['what is entered', { entered: { 'backup.age/value': 'a week' } }, 'a week'],
  ['what stood in a field that is no more', { entered: { 'backup.age/unit': 'eleven days' } }, 'eleven days'],
  ['what is wrong with it', { refusal: wrong }, 'Write a whole number.'],
])('%s shows, and is gone again', (_, { row: change, ...more }, words) => {
  const plain = textOf(render({ card }).card);
  const changed = textOf(
    render({ card: { ...card, rows: [{ ...row, ...change }, ...card.rows.slice(1)] }, ...more }).card,
  );
  expect(changed).not.toBe(plain);
  expect(changed).toContain(words);
  expect(textOf(render({ card }).card)).toBe(plain);
});

it('what one can do with all of it shows, and is gone again', () => {
  const [show] = row.actions;
  const actions = show ? [{ ...show, label: 'All sections' }] : [];
  const plain = textOf(render({ card }).card);
  expect(textOf(render({ card: { ...card, actions } }).card)).toContain('All sections');
  expect(textOf(render({ card }).card)).toBe(plain);
});

it('what is sent is the card', () => {
  for (let round = 0; round < 2; round += 1) {
    const { card: drawn } = render({ card: { ...card, title: 'Backups · Ünïcode, 日本' } });
    expect(JSON.parse(textOf(drawn))).toEqual(drawn);
  }
});
