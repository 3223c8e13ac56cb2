/** No card of any review, and no card at all, is larger than Teams takes, breaks a rule of its cards, or lets people's marks come alive. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Element } from '../../../src/adapters/teams/adaptive-card.ts';
import { type Rendered, render } from '../../../src/adapters/teams/render.ts';
import { renderForm } from '../../../src/adapters/teams/render-form.ts';
import { clean } from '../../../src/adapters/teams/text.ts';
import type { Card } from '../../../src/domain/card/card.ts';
import type { Field, Form } from '../../../src/domain/card/form.ts';
import { anyForm, words } from '../../support/arbitrary-cards.ts';
import { anyDrawing, hundredPrompts, promptsLeafed } from '../../support/long-cards.ts';
import { sectionCard } from '../../support/sample-cards.ts';
import { fields, list, objectsIn, text } from '../../support/slack/json.ts';
import { inputsOf, isSeen } from '../../support/teams/person/visible.ts';
import { unseenUnder } from '../../support/unseen.ts';
import { renderedFaults } from './rendered-faults.ts';

const runs = { numRuns: 100, endOnFailure: true };
const texts = (value: unknown): string => JSON.stringify(value);

describe('any card', () => {
  test('fits a message, whichever part of it is shown', () => {
    fc.assert(
      fc.property(anyDrawing, ({ note: said, ...drawing }) => {
        expect(renderedFaults(render({ ...drawing, ...(said && { note: said }) }))).toEqual([]);
      }),
      runs,
    );
  });

  test('loses no row: what one part leaves out, another shows', () => {
    expect(promptsLeafed((part) => texts(render({ card: hundredPrompts, part }).card)).size).toBe(100);
    expect(texts(render({ card: hundredPrompts }).card)).toMatch(/Part 1 of \d+: \d+ more follow\./);
  });

  test('about one prompt shows all of what was said, in as many parts as it takes', () => {
    fc.assert(
      fc.property(fc.array(long, { minLength: 1, maxLength: 6 }), ([question = '', ...said]) => {
        const [row] = sectionCard.rows;
        if (row?.row !== 'prompt') throw new Error('The sample has changed.');
        const detail = said.map((text) => [{ text }]);
        const answer = { label: 'Answered', tone: 'to be judged' as const, detail };
        const card: Card = { ...sectionCard, rows: [{ ...row, text: [{ text: question }], answer }] };
        const parts = leafed((part) => render({ card, part }), '"Next"');
        expect(parts.flatMap((part) => renderedFaults(part))).toEqual([]);
        const all = read(parts, ({ type }) => type === 'Container');
        for (const text of [question, ...said]) expect(all.replaceAll('\u00A0', ' ')).toContain(clean(text));
      }),
      { ...runs, numRuns: 40 },
    );
  });

  test('shows each of its fields on some part, with all that was entered', () => {
    fc.assert(
      fc.property(entries, fc.boolean(), (values, wrong) => {
        const fields = values.map((_, at) => paragraph(at));
        const prompts = [...new Set(fields.map(({ id }) => id.split('/')[0] ?? ''))];
        const [row] = sectionCard.rows;
        if (row?.row !== 'prompt') throw new Error('The sample has changed.');
        const ref = { form: 'section', review: 'r', section: 'a', page: 1, onCard: true } as const;
        const form: Form = { ref, title: 'A', lines: [], fields, submit: 'Save' };
        const card: Card = { ...sectionCard, rows: prompts.map((prompt) => ({ ...row, prompt })), form };
        const entered = Object.fromEntries(values.map((value, at) => [paragraph(at).id, value]));
        const refusal = {
          refused: 'does not fit' as const,
          sentence: 'No.',
          fields: [{ field: 'a.p0/0', sentence: '!' }],
        };
        const parts = leafed((part) => render({ card, entered, part, ...(wrong && { refusal }) }), '"Next"');
        expect(parts.flatMap((part) => renderedFaults(part))).toEqual([]);
        expect(enteredIn(parts)).toEqual(entered);
      }),
      { ...runs, numRuns: 40 },
    );
  });

  test('shows all that was entered where there is no field for it any more', () => {
    fc.assert(
      fc.property(fc.array(long, { minLength: 1, maxLength: 4 }), (values) => {
        const [row] = sectionCard.rows;
        if (row?.row !== 'prompt') throw new Error('The sample has changed.');
        const { form: _, ...closed } = sectionCard;
        const card: Card = { ...closed, rows: values.map((_, at) => ({ ...row, prompt: `a.p${at}` })) };
        const entered = Object.fromEntries(values.map((value, at) => [`a.p${at}/text`, value]));
        const parts = leafed((part) => render({ card, entered, part }), '"Next"');
        expect(parts.flatMap((part) => renderedFaults(part))).toEqual([]);
        const all = read(parts, ({ type }) => type === 'Container').replaceAll('\u00A0', ' ');
        for (const value of values) if (value.trim() !== '') expect(all).toContain(clean(value));
      }),
      { ...runs, numRuns: 40 },
    );
  });

  test('holds no sign that nobody sees in what is read', () => {
    const read = ['text', 'label', 'title', 'tooltip', 'placeholder', 'fallbackText', 'summary'];
    // Ours, which keeps a heading's first sign from beginning a list, and braces from being worked out.
    const said = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(/(?<=["{])\u2060/g, ''));
    fc.assert(
      fc.property(anyDrawing, anyForm, ({ note, ...drawing }, form) => {
        expect(unseenUnder(read, said(render({ ...drawing, ...(note && { note }) })))).toEqual([]);
        expect(unseenUnder(read, said(renderForm({ form })))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('any form', () => {
  test('is left with nothing that was entered in it', () => {
    const form: Form = {
      ref: { form: 'snooze', review: 'r' },
      title: 'Remind me',
      lines: [],
      fields: [{ id: 'until', label: 'When', input: 'line' }],
      submit: 'Remind me then',
    };
    const buttons = [...objectsIn(renderForm({ form }).card)].map(({ object }) => object);
    const bringing = buttons.filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit');
    expect(bringing.map(({ title, associatedInputs }) => [title, associatedInputs])).toEqual([
      ['Remind me then', undefined],
      ['Remind me then', undefined],
      ['Back', 'none'],
      ['Back', 'none'],
    ]);
  });

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

  test.each(['section', 'answer'] as const)(
    'of a kind “%s” shows each of its fields on some page, with all that was entered',
    (kind) => {
      const ref =
        kind === 'section'
          ? ({ form: 'section', review: 'r', section: 'a', page: 1 } as const)
          : ({ form: 'answer', review: 'r', prompt: 'a.p', revision: 0 } as const);
      fc.assert(
        fc.property(entries, fc.array(long, { maxLength: 4 }), (values, lines) => {
          const fields = values.map((value, at) => ({ ...paragraph(at), value }));
          const form: Form = { ref, title: 'Long', lines, fields, submit: 'Save' };
          const pages = leafed((page) => renderForm({ form, page }), '"Next page"');
          expect(pages.flatMap((page) => renderedFaults(page))).toEqual([]);
          expect(enteredIn(pages)).toEqual(Object.fromEntries(fields.map(({ id, value }) => [id, value])));
          const all = read(pages, ({ type }) => type === 'RichTextBlock');
          for (const text of lines) expect(all.replaceAll('\u00A0', ' ')).toContain(clean(text));
        }),
        { ...runs, numRuns: 40 },
      );
    },
  );
});

/** As much as one may enter, in any script. */
const long = fc
  .tuple(fc.constantFrom('word ', '“Ja” \\ ', '审查', '👩🏽‍💻🇸🇪', 'ﷺ'), fc.nat(2_980))
  .map(([text, most]) => `${text.repeat(most / text.length)} end`.trim());
const entries = fc.array(long, { minLength: 1, maxLength: 24 });

/** Three to a prompt. */
function paragraph(at: number) {
  const id = `a.p${Math.floor(at / 3)}/${at}`;
  return { id, label: `Field ${at}`, input: 'paragraph', most: 3_000 } as const satisfies Field;
}

function leafed(draw: (page: number) => Rendered, onward: string): readonly Rendered[] {
  const pages = [draw(1)];
  while (texts(pages.at(-1)?.card).includes(onward)) pages.push(draw(pages.length + 1));
  return pages;
}

function enteredIn(pages: readonly Rendered[]): Readonly<Record<string, unknown>> {
  const inputs = pages.flatMap(({ card }) => [...inputsOf(JSON.parse(texts(card)))].filter(isSeen));
  expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
  return Object.fromEntries(inputs.map(({ id, value }) => [String(id).replace(/^text:/, ''), value]));
}

/** What may go on over a page, without what stands on every page. */
function read(pages: readonly Rendered[], within: (element: Element) => boolean): string {
  const blocks = pages.flatMap(({ card }) => [...objectsIn(JSON.parse(texts(card.body.filter(within))))]);
  const shown = blocks.filter(({ object }) => object['type'] === 'RichTextBlock' && object['spacing'] === 'Small');
  return shown
    .flatMap(({ object }) => list(object['inlines']))
    .map((inline) => text(fields(inline)['text']))
    .join('');
}

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
