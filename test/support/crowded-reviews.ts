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
      const here = acting(opened());
      const note = { text: entered.slice(0, 3_000) };
      for (const { prompt, owner } of openItems(here.review, real).slice(0, 40)) {
        const verdict = (['yes', 'no', 'partly'] as const)[how] ?? 'yes';
        const answer: Answer =
          promptOf(real, prompt).answer.kind === 'verdict'
            ? { status: 'answered', response: { kind: 'verdict', verdict }, note, evidence: [] }
            : { status: "don't know", reason: note, evidence: [] };
        here.decide(owner, { does: 'answer', review: here.review.id, prompt, revision: 0, answer });
      }
      const about = { views: viewsOf(here.review.id), forms: formsOf(here.review.id) };
      for (const viewer of ['platform', 'security', 'approver', here.review.channel ?? 'channel:kubernetes-security']) {
        expect(faultsIn({ ...about, scene: sceneOf(here.review, crowded(said), viewer) })).toEqual([]);
      }
    }),
    { numRuns: 12 },
  );
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
  const rs: ReviewScene = { review: { ...review, items }, checklist, head, agenda: [], told: [] };
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
