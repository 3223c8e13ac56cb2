/** What came of a press is said until what it was said about has changed. */
import { expect, test } from 'vitest';
import { asides } from '../../../src/adapters/workspace/asides.ts';
import { currentNote } from '../../../src/adapters/workspace/current-note.ts';
import type { Line } from '../../../src/adapters/workspace/lines.ts';
import { promptRow, sectionCard } from '../../support/sample-cards.ts';

const line = (sentence: string, label?: string): readonly Line[] => {
  const row = promptRow('mfa', label ? { answer: { label, tone: 'meets', detail: [] } } : {});
  const card = { ...sectionCard, lines: [[{ text: sentence }]], rows: [row] };
  return [{ id: 'd1', at: '2026-11-23T08:00:00.000Z', onlyYou: false, line: 'card', card }];
};

test('“Signed.” stands above a card as long as it tells the same, and never comes back', () => {
  const kept = asides();
  const drawn = (sentence: string) => currentNote(kept, 'alva', line(sentence))?.sentence;
  kept.setNote('alva', { message: 'd1', sentence: 'Signed.', refused: false });
  expect([drawn('Signed off by you.'), drawn('Signed off by you.')]).toEqual(['Signed.', 'Signed.']);
  expect(drawn('The earlier signature no longer holds.')).toBeUndefined();
  expect(drawn('Signed off by you.')).toBeUndefined();
});

test('“Recorded.” stands at a prompt until its answer is another, whatever else the card says meanwhile', () => {
  const kept = asides();
  const drawn = (sentence: string, label: string) => currentNote(kept, 'pia', line(sentence, label))?.sentence;
  kept.setNote('pia', { message: 'd1', prompt: 'access-control.mfa', sentence: 'Recorded.', refused: false });
  expect([drawn('Due Mon.', 'Yes'), drawn('It was due Mon.', 'Yes')]).toEqual(['Recorded.', 'Recorded.']);
  expect(drawn('It was due Mon.', 'No')).toBeUndefined();
});
