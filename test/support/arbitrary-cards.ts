/** Any card and any form, with the texts people really send and some nobody should. */
import fc from 'fast-check';
import type { Action, Card, Press, Row, Span, Tone } from '../../src/domain/card/card.ts';
import type { Field, Form } from '../../src/domain/card/form.ts';

const nasty = [
  '<!channel> & <@U123> <!subteam^S1>',
  '&&&&&<<<<>>>>',
  '👩🏽‍💻🇸🇪',
  '\uD83D',
  'שלום \u202Ereversed\u202C',
  '*_~`|`~_*',
  '**bold** [here](https://evil.example) <at>All</at>\n# Head\n- item',
  '{{DATE(2026-11-20T00:00:00Z,LONG)}} at {{TIME(2026-11-20T09:00:00Z)}}',
  '\0\n\n\r\n',
  'a\u200B\u2066b\u2069\u3164\u2060\u00AD\u200Fc\u202Egnp.exe',
  '&amp;lt;',
  'ﷺ𝔘𐍈',
  '   ',
  '',
];

/** Short, long, and longer than any limit. */
export const words = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...nasty, 'word ', '<', '&'), fc.nat(3_200))
      .map(([text, times]) => text.repeat(Math.ceil(times / Math.max(text.length, 1))).slice(0, 3_100)),
  },
);

const id = fc.stringMatching(/^[a-z0-9-]{1,40}$/);
const promptId = fc.tuple(id, id).map(([section, name]) => `${section}.${name}`);
const tone = fc.constantFrom<Tone>('meets', 'falls short', 'to be judged', 'informational', 'unanswered', 'neutral');
const href = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'mailto:a@b.example',
    'https://e.example/"x>|<y',
    `https://e.example/${'a'.repeat(4_000)}`,
    '',
  ),
  words,
);

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ text: words }),
  fc.record({ text: words, strong: fc.boolean() }),
  fc.record({ text: words, href }),
  fc.record({ text: words, definition: words }),
);
const spans = fc.array(span, { maxLength: 4 });

const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({
    press: fc.constant('show' as const),
    view: fc.record({ show: fc.constant('status' as const), review: id }),
  }),
  fc.record({
    press: fc.constant('form' as const),
    form: fc.record({ form: fc.constant('answer' as const), review: id, prompt: promptId, revision: fc.nat(9) }),
  }),
  fc.record({
    press: fc.constant('intent' as const),
    intent: fc.record({
      does: fc.constant('answer as last time' as const),
      review: id,
      prompts: fc.array(fc.record({ prompt: promptId, revision: fc.nat(9) }), { minLength: 1, maxLength: 60 }),
    }),
  }),
);
const action: fc.Arbitrary<Action> = fc.record(
  { label: words, press, describes: words },
  { requiredKeys: ['label', 'press'] },
);
const actions = fc.array(action, { maxLength: 30 });

const row: fc.Arbitrary<Row> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({
        prompt: promptId,
        number: fc.stringMatching(/^[0-9.]{0,6}$/),
        section: words,
        text: spans,
        notes: fc.array(words, { maxLength: 14 }),
        remarks: fc.array(words, { maxLength: 5 }),
        actions: fc.array(action, { maxLength: 8 }),
        answer: fc.option(fc.record({ label: words, tone, detail: fc.array(spans, { maxLength: 6 }) }), {
          nil: undefined,
        }),
      })
      .map(({ answer, ...rest }): Row => ({ row: 'prompt', ...rest, ...(answer && { answer }) })),
  },
  fc.record({ row: fc.constant('text' as const), text: spans, tone }),
  fc.record({ row: fc.constant('heading' as const), text: words }),
  fc.record({ row: fc.constant('fact' as const), label: words, value: words, tone }),
  fc.record(
    {
      row: fc.constant('cells' as const),
      name: words,
      label: words,
      cells: fc.array(tone, { maxLength: 100 }),
      action,
    },
    { requiredKeys: ['row', 'name', 'label', 'cells'] },
  ),
  fc.record({ row: fc.constant('actions' as const), actions }),
);

export const anyCard: fc.Arbitrary<Card> = fc.record(
  {
    title: words,
    lines: fc.array(spans, { maxLength: 20 }),
    progress: fc.record({ answered: fc.nat(200), of: fc.nat(200), label: words }),
    rows: fc.oneof(fc.array(row, { maxLength: 10 }), fc.array(row, { minLength: 60, maxLength: 110 })),
    actions,
    summary: words,
  },
  { requiredKeys: ['title', 'lines', 'rows', 'actions', 'summary'] },
);

const options = fc.uniqueArray(
  fc.record({ id: fc.oneof(id, fc.string({ minLength: 1, maxLength: 300 })), label: words }),
  {
    maxLength: 130,
    selector: (option) => option.id,
  },
);
const field: fc.Arbitrary<Field> = fc
  .record({
    id: fc.oneof(id, fc.string({ minLength: 1, maxLength: 400 })),
    label: words,
    hint: words,
    optional: fc.boolean(),
  })
  .chain((base) =>
    fc.oneof(
      fc
        .record({
          input: fc.constantFrom('line' as const, 'paragraph' as const),
          value: words,
          most: fc.integer({ min: 1, max: 9_000 }),
        })
        .map((more): Field => ({ ...base, ...more })),
      fc
        .record({ input: fc.constantFrom('date' as const, 'link' as const), value: words })
        .map((more): Field => ({ ...base, ...more })),
      fc
        .record({ input: fc.constant('number' as const), value: words, unit: words })
        .map((more): Field => ({ ...base, ...more })),
      fc.tuple(fc.constantFrom('one' as const, 'many' as const), options, fc.nat(3)).map(
        ([input, all, chosen]): Field => ({
          ...base,
          input,
          options: all,
          value: all.slice(0, chosen).map((one) => one.id),
        }),
      ),
      fc
        .record({ input: fc.constant('tick' as const), value: fc.boolean() })
        .map((more): Field => ({ ...base, ...more })),
    ),
  );

export const anyForm: fc.Arbitrary<Form> = fc.record({
  ref: fc.record({ form: fc.constant('close' as const), review: id }),
  title: words,
  lines: fc.array(words, { maxLength: 60 }),
  fields: fc.oneof(fc.array(field, { maxLength: 8 }), fc.array(field, { minLength: 60, maxLength: 120 })),
  submit: words,
});
