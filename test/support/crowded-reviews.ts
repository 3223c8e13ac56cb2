/** Reviews as full as can be: a hundred prompts a section, three thousand characters each, every script and emoji. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { FormRef } from '../../src/domain/card/form.ts';
import type { ReviewScene, Scene } from '../../src/domain/card/scene.ts';
import type { View } from '../../src/domain/card/view.ts';
import { type Checklist, promptOf } from '../../src/domain/checklist/checklist.ts';
import type { Answer } from '../../src/domain/checklist/response.ts';
import { openItems } from '../../src/domain/review/asked.ts';
import { acting, opened, openedAt, people, checklist as real } from './a-review.ts';
import { words } from './arbitrary-cards.ts';

export type Crowded = { readonly scene: Scene; readonly views: readonly View[]; readonly forms: readonly FormRef[] };

/** Whatever was asked and answered, whoever looks: every view and form of it is without faults. */
export function holdsForCrowdedReviews(faultsIn: (crowded: Crowded) => readonly unknown[]): void {
  fc.assert(
    fc.property(words, words, fc.nat(2), (said, entered, how) => {
      const review = answeredWith(entered.slice(0, 3_000), how);
      const about = { views: viewsOf(review.id), forms: formsOf(review.id) };
      for (const viewer of ['platform', 'security', 'approver', review.channel ?? 'channel:kubernetes-security']) {
        expect(faultsIn({ ...about, scene: sceneOf(review, crowded(said), viewer) })).toEqual([]);
      }
    }),
    { numRuns: 12 },
  );
}

/** Reviews in which a few words were said, with every sign that a platform could take for one of its own. */
export function holdsForReviewsSaying(faultsIn: (crowded: Crowded) => readonly unknown[]): void {
  fc.assert(
    fc.property(signed, signed, fc.nat(2), (said, entered, how) => {
      const review = answeredWith(entered, how);
      const scene = sceneOf(
        review,
        { ...real, prompts: real.prompts.map((one) => ({ ...one, note: said })) },
        'security',
      );
      expect(faultsIn({ views: viewsOf(review.id), forms: formsOf(review.id), scene })).toEqual([]);
    }),
    { numRuns: 40 },
  );
}

const sign = fc.constantFrom(
  '*',
  '_',
  '~',
  '`',
  '```',
  '**',
  '>',
  '&gt;',
  '<!here>',
  '<@U1>',
  '[x](y)',
  ':tada:',
  '#',
  '- ',
  '1. ',
);
const signed = fc
  .array(fc.tuple(sign, fc.constantFrom('a word', 'another', ' ', ''), sign), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join('').replaceAll(/\s+/g, ' ').trim());

function answeredWith(entered: string, how: number): ReviewScene['review'] {
  const here = acting(opened());
  const note = { text: entered };
  for (const { prompt, owner } of openItems(here.review, real).slice(0, 40)) {
    const verdict = (['yes', 'no', 'partly'] as const)[how] ?? 'yes';
    const answer: Answer =
      promptOf(real, prompt).answer.kind === 'verdict'
        ? { status: 'answered', response: { kind: 'verdict', verdict }, note, evidence: [] }
        : { status: "don't know", reason: note, evidence: [] };
    here.decide(owner, { does: 'answer', review: here.review.id, prompt, revision: 0, answer });
  }
  return here.review;
}

const section = real.sections[0]?.id ?? '';
const prompt = real.prompts[0]?.id ?? '';

/** The real checklist with every prompt in one section and other words in it. */
function crowded(said: string): Checklist {
  const prompts = real.prompts.slice(0, 100).map((one) => ({
    ...one,
    section,
    text: `${one.text} ${said}`,
    good: said || 'good',
    note: said,
  }));
  return { ...real, prompts };
}

function sceneOf(review: ReviewScene['review'], checklist: Checklist, viewer: string): Scene {
  const asked = new Set(checklist.prompts.map(({ id }) => id));
  const items = new Map(
    [...review.items].flatMap(([id, item]) => (asked.has(id) ? [[id, { ...item, section }] as const] : [])),
  );
  const head = { version: 1, hash: 'h' };
  const rs: ReviewScene = { review: { ...review, items }, checklist, head, ahead: [], told: [] };
  return { now: openedAt, viewer, zone: 'Europe/Stockholm', people, reviews: new Map([[review.id, rs]]) };
}

function viewsOf(review: string): readonly View[] {
  return [
    { show: 'opening', review },
    { show: 'section', review, section, page: 1, whole: true },
    { show: 'section', review, section, page: 3 },
    { show: 'carry', review, section },
    { show: 'status', review },
    { show: 'report', review },
    { show: 'judge', review, page: 1 },
    { show: 'prompt', review, prompt },
    { show: 'sign-off', review },
    { show: 'why', review },
    { show: 'mine' },
    { show: 'help' },
    { show: 'channel', review },
  ];
}

function formsOf(review: string): readonly FormRef[] {
  return [
    { form: 'section', review, section, page: 1 },
    { form: 'answer', review, prompt, revision: 0 },
    { form: 'hand over', review },
    { form: 'reassign', review },
    { form: 'close', review },
  ];
}
