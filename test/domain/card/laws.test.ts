/** Laws of every card: it always draws, offers only what is there and allowed, and takes nobody's words for markup. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action, Card, Span } from '../../../src/domain/card/card.ts';
import { draw } from '../../../src/domain/card/draw.ts';
import { type FormRef, formRef } from '../../../src/domain/card/form.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import { type Intent, intent, reviewIntent } from '../../../src/domain/card/intent.ts';
import type { Scene } from '../../../src/domain/card/scene.ts';
import { type View, viewSchema } from '../../../src/domain/card/view.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { decideReview } from '../../../src/domain/review/decide.ts';
import { dutyKinds } from '../../../src/domain/review/duty.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { calendar, checklist, opened, people } from '../../support/a-review.ts';
import { now, sceneOf } from './a-scene.ts';
import { prompt, step, storyOf } from './any-story.ts';

const viewers = [...people.keys(), 'channel:kubernetes-security', 'nobody-at-all'];
const review = opened().id;
const section = fc.constantFrom(...checklist.sections.map(({ id }) => id));
const page = fc.integer({ min: 1, max: 9 });
const duty = fc.record({
  key: fc.string(),
  review: fc.constantFrom(review, 'another-review'),
  kind: fc.constantFrom(...dutyKinds),
  to: fc.constantFrom(...viewers),
  subject: fc.constantFrom(...people.keys(), review),
  ordinal: fc.integer({ min: 1, max: 9 }),
  at: fc.constant(now),
});
const view: fc.Arbitrary<View> = fc.oneof(
  fc
    .constantFrom('opening', 'status', 'report', 'sign-off', 'why', 'channel')
    .map((show) => viewSchema.parse({ show, review })),
  fc.constantFrom('mine', 'help').map((show) => viewSchema.parse({ show })),
  fc.record({ section, page, whole: fc.boolean() }).map(({ whole, ...given }) => ({
    show: 'section' as const,
    review,
    ...given,
    ...(whole && { whole: true as const }),
  })),
  section.map((one) => ({ show: 'carry' as const, review, section: one })),
  page.map((one) => ({ show: 'judge' as const, review, page: one })),
  prompt.map((one) => ({ show: 'prompt' as const, review, prompt: one })),
  fc.array(duty, { minLength: 1, maxLength: 5 }).map((duties) => ({ show: 'notice' as const, duties })),
);
const moment = fc.constantFrom(now, '2026-12-07T12:00:00.000Z', '2026-12-09T12:00:00.000Z', '2027-01-20T12:00:00.000Z');
const drawn = fc.record({
  steps: fc.array(step, { maxLength: 25 }),
  namesInChannel: fc.boolean(),
  views: fc.array(view, { minLength: 4, maxLength: 12 }),
  viewer: fc.constantFrom(...viewers),
  moment,
});

test('any view draws for anybody, whatever happened; what it offers exists, opens and is allowed', () => {
  fc.assert(
    fc.property(drawn, ({ steps, namesInChannel, views, viewer, moment }) => {
      const state = storyOf(steps, { namesInChannel });
      const scene = sceneOf(state, viewer, { now: moment });
      for (const one of views) check(draw(one, scene), state, scene);
    }),
    { numRuns: 80 },
  );
});

function check(card: Card, state: Review, scene: Scene): void {
  expect(card.title).not.toBe('');
  expect(card.summary).not.toBe('');
  if (card.progress) expect(card.progress.answered).toBeLessThanOrEqual(card.progress.of);
  for (const span of spansOf(card)) checkSpan(span);
  for (const action of actionsOf(card)) checkPress(action, state, scene);
}

function checkPress({ press, label, describes }: Action, state: Review, scene: Scene): void {
  expect(label.length).toBeLessThanOrEqual(75);
  if (describes !== undefined) {
    expect(describes.startsWith(`${label}: `)).toBe(true);
    expect(describes.slice(label.length + 2).startsWith(label)).toBe(false);
  }
  if (press.press === 'form') checkForm(press.form, state, scene);
  else if (press.press === 'intent') checkIntent(press.intent, state, scene);
  else checkView(press.view, state);
}

function checkView(shown: View, state: Review): void {
  expect(viewSchema.safeParse(shown).success).toBe(true);
  exists(shown, state);
}

function checkForm(ref: FormRef, state: Review, scene: Scene): void {
  expect(formRef.safeParse(ref).success).toBe(true);
  exists(ref, state);
  const form = formOf(ref, scene);
  if (isRefusal(form)) throw new Error(`${ref.form} was offered and is refused: ${form.sentence}`);
  expect(form.title.length).toBeLessThanOrEqual(24);
  expect(new Set(form.fields.map(({ id }) => id)).size).toBe(form.fields.length);
  expect(formRef.safeParse(form.ref).success).toBe(true);
}

function checkIntent(wanted: Intent, state: Review, scene: Scene): void {
  expect(intent.safeParse(wanted).success).toBe(true);
  // A button's value on the narrowest platform.
  expect(JSON.stringify(wanted).length).toBeLessThan(2_000);
  exists(wanted, state);
  const command = reviewIntent.parse(wanted);
  const decision = decideReview(state, command, { by: scene.viewer, at: scene.now, checklist, people, calendar });
  if (isRefusal(decision)) throw new Error(`${wanted.does} was offered and is refused: ${decision.sentence}`);
}

function exists(ref: object, state: Review): void {
  if ('review' in ref) expect(ref.review).toBe(state.id);
  if ('prompt' in ref && typeof ref.prompt === 'string') expect(state.items.has(ref.prompt)).toBe(true);
  if ('section' in ref) expect(checklist.sections.some(({ id }) => id === ref.section)).toBe(true);
}

const links = new Set(
  checklist.prompts.flatMap(({ text }) => [...text.matchAll(/\]\((https?:[^\s]+)\)/g)].map((match) => match[1])),
);

/** A link is the checklist's own, or a web address somebody entered as one and that is shown as it is. */
function checkSpan(span: Span): void {
  if ('href' in span)
    expect(links.has(span.href) || (span.href === span.text && span.href === 'https://example.com/a')).toBe(true);
}

function spansOf(card: Card): readonly Span[] {
  return [
    ...card.lines.flat(),
    ...card.rows.flatMap((row) => {
      if (row.row === 'text') return row.text;
      return row.row === 'prompt' ? [...row.text, ...(row.answer?.detail.flat() ?? [])] : [];
    }),
  ];
}

function actionsOf(card: Card): readonly Action[] {
  return [
    ...card.actions,
    ...card.rows.flatMap((row) => {
      if (row.row === 'prompt' || row.row === 'actions') return row.actions;
      return row.row === 'cells' && row.action ? [row.action] : [];
    }),
  ];
}

test('a section of a closed review shows its answers and offers nothing but turning the page', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), section, fc.constantFrom(...people.keys()), (steps, one, viewer) => {
      const state = storyOf([...steps.filter(({ does }) => does !== 'end'), { does: 'end', how: 2 }], {
        namesInChannel: false,
      });
      const card = draw({ show: 'section', review, section: one, page: 1 }, sceneOf(state, viewer));
      for (const { press } of actionsOf(card)) expect(press.press).toBe('show');
    }),
    { numRuns: 40 },
  );
});

test('the channel never sees who answered what, nor anybody’s words', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), view, (steps, one) => {
      const state = storyOf(steps, { namesInChannel: false });
      const card = draw(one, sceneOf(state, 'channel:kubernetes-security'));
      expect(JSON.stringify(card)).not.toContain('evil.example');
      expect(card.rows.every(({ row }) => row !== 'prompt')).toBe(true);
      for (const { text } of checklist.prompts)
        expect(JSON.stringify(card)).not.toContain(JSON.stringify(text).slice(1, 40));
    }),
    { numRuns: 40 },
  );
});
