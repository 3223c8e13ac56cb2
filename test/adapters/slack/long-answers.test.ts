/** Who judges an answer, or asks about it, can read all of it. */
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/adapters/slack/limits.ts';
import { wordsIn } from '../../../src/adapters/slack/packing.ts';
import { render } from '../../../src/adapters/slack/render.ts';
import { formModal } from '../../../src/adapters/slack/render-form.ts';
import { sharesOf } from '../../../src/adapters/slack/shares.ts';
import type { Card } from '../../../src/domain/card/card.ts';
import type { Form } from '../../../src/domain/card/form.ts';
import { openingCard, sectionCard } from '../../support/sample-cards.ts';

const view = { show: 'prompt', review: 'r1', prompt: 'p1' } as const;
const long = (letters: number, word = 'words') => `${`${word} `.repeat(letters / (word.length + 1))}the very end`;
const row = sectionCard.rows.find((one) => one.row === 'prompt') ?? expect.fail();

function about(...detail: readonly string[]): Card {
  const answer = { label: 'Answered', tone: 'to be judged' as const, detail: detail.map((text) => [{ text }]) };
  return { ...openingCard, rows: [{ ...row, answer }, ...openingCard.rows] };
}

/** As leafed through. */
function allParts(card: Card, surface: 'message' | 'ephemeral' | 'modal'): string {
  const parts = Array.from({ length: 9 }, (_, at) => render({ card, view, surface, part: at + 1 }).blocks);
  for (const blocks of parts) {
    expect(blocks.length).toBeLessThanOrEqual(limits.blocks[surface]);
    expect(wordsIn(blocks)).toBeLessThanOrEqual(limits.words[surface]);
  }
  return JSON.stringify(parts);
}

describe('an answer of the most one may enter', () => {
  it.each(['message', 'ephemeral', 'modal'] as const)('is read to its end in a %s', (surface) => {
    const said = allParts(about(long(2_950), `${long(2_950, '<&>')} note`, 'https://example.com'), surface);
    expect(said.split('the very end').length).toBeGreaterThan(2);
    expect(said).toContain('the very end note');
    expect(said).not.toContain(' …');
  });

  it('is read to its end by who judges it', () => {
    const lines = [
      'Access Control 2',
      'Is it so?',
      'Answer: Yes',
      long(2_950),
      `${long(2_950)} note`,
      'A good answer: so',
    ];
    const form = {
      ref: { form: 'judge', review: 'r', prompt: 'p', revision: 1 },
      title: 'Judge',
      lines,
      fields: [],
      submit: 'Save',
    } satisfies Form;
    const said = JSON.stringify(formModal(form, ''));
    expect(said).toContain('the very end');
    expect(said).toContain('the very end note');
  });
});

describe('a room', () => {
  it('is shared so that a short line costs a long one nothing', () => {
    expect(sharesOf([10, 1_000, 20], 500)).toEqual([10, 470, 20]);
    expect(sharesOf([400, 400], 500)).toEqual([250, 250]);
    expect(sharesOf([], 500)).toEqual([]);
  });
});
