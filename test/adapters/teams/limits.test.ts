/** No card of any review, and no card at all, is larger than Teams takes, breaks a rule of its cards, or lets people's marks come alive. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/adapters/teams/render.ts';
import { renderForm } from '../../../src/adapters/teams/render-form.ts';
import type { Card } from '../../../src/domain/card/card.ts';
import type { Field, Form } from '../../../src/domain/card/form.ts';
import { anyCard, anyForm, words } from '../../support/arbitrary-cards.ts';
import { renderedFaults } from './rendered-faults.ts';

const runs = { numRuns: 100, endOnFailure: true };
const texts = (value: unknown): string => JSON.stringify(value);

describe('any card', () => {
  const note = fc.option(
    fc.record({ sentence: words, refused: fc.boolean(), typed: fc.array(words, { maxLength: 30 }) }),
    { nil: undefined },
  );
  const drawn = fc.record({ card: anyCard, note, part: fc.integer({ min: 1, max: 4 }) });

  test('fits a message, whichever part of it is shown', () => {
    fc.assert(
      fc.property(drawn, ({ note: said, ...drawing }) => {
        expect(renderedFaults(render({ ...drawing, ...(said && { note: said }) }))).toEqual([]);
      }),
      runs,
    );
  });

  test('loses no row: what one part leaves out, another shows', () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({
      row: 'prompt' as const,
      prompt: `a.p${at}`,
      number: String(at),
      section: 'Section',
      text: [{ text: `Prompt <${at}>. ${'Long. '.repeat(500)}` }],
      notes: [],
      remarks: [],
      actions: [],
    }));
    const card: Card = { title: 'Long', lines: [], rows, actions: [], summary: 'Long.' };
    const shown = new Set<number>();
    for (let part = 1, more = true; more; part += 1) {
      const drawing = texts(render({ card, part }).card);
      for (const [, number] of drawing.matchAll(/Prompt <(\d+)>/g)) shown.add(Number(number));
      more = drawing.includes('"Next"');
    }
    expect(shown.size).toBe(100);
    expect(texts(render({ card }).card)).toMatch(/Part 1 of \d+: \d+ more follow\./);
  });
});

describe('any form', () => {
  const refusal = fc.option(
    fc.record({
      refused: fc.constantFrom('does not fit' as const, 'needs confirmation' as const),
      sentence: words,
      fields: fc.array(fc.record({ field: words, sentence: words }), { maxLength: 10 }),
    }),
    { nil: undefined },
  );

  test('keeps to the rules of cards', () => {
    fc.assert(
      fc.property(anyForm, refusal, (given, why) => {
        const form = { ...given, fields: likeOurs(given.fields) };
        const rendered = renderForm({ form, ...(why && { refusal: why }) });
        expect(renderedFaults(rendered, Number.POSITIVE_INFINITY)).toEqual([]);
        expect(texts(rendered.card).length).toBeLessThan(largest);
      }),
      runs,
    );
  });

  test('of a section leaves whole prompts for the next one, and says so', () => {
    const fields = Array.from({ length: 60 }, (_, at) => ({
      id: `a.p${at}/text`,
      label: `Field ${at}`,
      input: 'paragraph' as const,
      value: 'a'.repeat(1_000),
    }));
    const ref = { form: 'section', review: 'r', section: 'a', page: 1 } as const;
    const form: Form = { ref, title: 'Long', lines: [], fields, submit: 'Save' };
    const rendered = renderForm({ form });
    expect(renderedFaults(rendered)).toEqual([]);
    expect(texts(rendered.card)).toMatch(/\d+ more stand in the next form/);
  });
});

// In letters, as Teams counts: a message is refused above a hundred kilobytes of UTF-16. A form is never cut inside an answer.
const largest = 50_000;

/** No form asks for two things under one name, or for more than some, save that of a section. */
function likeOurs(fields: readonly Field[]): readonly Field[] {
  const unique = [...new Map(fields.map((field) => [field.id, field])).values()];
  const choices = unique.filter(({ input }) => input === 'one' || input === 'many').slice(0, 2);
  return [
    ...unique
      .filter((field) => !choices.includes(field) && field.input !== 'one' && field.input !== 'many')
      .slice(0, 4),
    ...choices,
  ];
}
