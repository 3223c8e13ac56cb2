/** Cards longer than any platform's message, and the arbitraries that each platform's limits are held to. */
import fc from 'fast-check';
import type { Card, PromptRow } from '../../src/domain/card/card.ts';
import { anyCard, words } from './arbitrary-cards.ts';

const prompts = Array.from(
  { length: 100 },
  (_, at): PromptRow => ({
    row: 'prompt',
    prompt: `a.p${at}`,
    number: String(at),
    section: 'Section',
    text: [{ text: `Prompt <${at}>. ${'Long. '.repeat(500)}` }],
    notes: [],
    remarks: [],
    actions: [],
  }),
);

export const hundredPrompts: Card = { title: 'Long', lines: [], rows: prompts, actions: [], summary: 'Long.' };

/** Which of its prompts a platform shows as one leafs through, from its first part to the one that has no “Next”. */
export function promptsLeafed(drawnAs: (part: number) => string): ReadonlySet<string> {
  const shown = new Set<string>();
  for (let part = 1, more = true; more; part += 1) {
    const drawn = drawnAs(part);
    for (const [, number] of drawn.matchAll(/Prompt (?:<|&lt;)(\d+)/g)) shown.add(number ?? '');
    more = drawn.includes('"Next"');
  }
  return shown;
}

export const anyNote = fc.option(
  fc.record({ sentence: words, refused: fc.boolean(), typed: fc.array(words, { maxLength: 30 }) }),
  { nil: undefined },
);

/** Whatever a card is, with a note or none, and any part of it. */
export const anyDrawing = fc.record({ card: anyCard, note: anyNote, part: fc.integer({ min: 1, max: 4 }) });
