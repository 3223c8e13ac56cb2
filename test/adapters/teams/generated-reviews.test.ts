/** No card of any review breaks a limit: a hundred prompts a section, three thousand characters each, every script and emoji. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { render } from '../../../src/adapters/teams/render.ts';
import { renderForm } from '../../../src/adapters/teams/render-form.ts';
import { draw } from '../../../src/domain/card/draw.ts';
import type { FormRef } from '../../../src/domain/card/form.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import type { ReviewScene, Scene } from '../../../src/domain/card/scene.ts';
import type { View } from '../../../src/domain/card/view.ts';
import { type Checklist, promptOf } from '../../../src/domain/checklist/checklist.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { openItems } from '../../../src/domain/review/asked.ts';
import { acting, opened, openedAt, people, checklist as real } from '../../support/a-review.ts';
import { words } from '../slack/arbitrary-cards.ts';
import { renderedFaults } from './rendered-faults.ts';

const section = real.sections[0]?.id ?? '';

/** The real checklist with every prompt in one section and other words in it. */
function crowded(said: string): Checklist {
  const prompts = real.prompts.slice(0, 100).map((prompt) => ({
    ...prompt,
    section,
    text: `${prompt.text} ${said}`,
    good: said || 'good',
    note: said,
  }));
  return { ...real, prompts };
}

it('whatever was asked and answered', () => {
  fc.assert(
    fc.property(words, words, fc.nat(2), (said, entered, how) => {
      const here = acting(opened());
      const note = { text: entered.slice(0, 3_000) };
      for (const { prompt, owner } of openItems(here.review, real).slice(0, 40)) {
        const verdict = (['yes', 'no', 'partly'] as const)[how] ?? 'yes';
        const kind = promptOf(real, prompt).answer.kind;
        const answer =
          kind === 'verdict'
            ? { status: 'answered' as const, response: { kind: 'verdict' as const, verdict }, note, evidence: [] }
            : { status: "don't know" as const, reason: note, evidence: [] };
        here.decide(owner, { does: 'answer', review: here.review.id, prompt, revision: 0, answer });
      }
      for (const viewer of ['platform', 'security', 'approver', here.review.channel ?? 'channel:kubernetes-security']) {
        expect(faultsFor(scene(here.review, crowded(said), viewer), here.review.id)).toEqual([]);
      }
    }),
    { numRuns: 12 },
  );
});

function scene(review: ReviewScene['review'], checklist: Checklist, viewer: string): Scene {
  const asked = new Set(checklist.prompts.map(({ id }) => id));
  const items = new Map(
    [...review.items].flatMap(([id, item]) => (asked.has(id) ? [[id, { ...item, section }] as const] : [])),
  );
  const rs: ReviewScene = {
    review: { ...review, items },
    checklist,
    head: { version: 1, hash: 'h' },
    agenda: [],
    told: [],
  };
  return { now: openedAt, viewer, zone: 'Europe/Stockholm', people, reviews: new Map([[review.id, rs]]) };
}

function faultsFor(seen: Scene, review: string): readonly unknown[] {
  const prompt = real.prompts[0]?.id ?? '';
  const views: readonly View[] = [
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
  const cards = views.flatMap((view) => {
    const card = draw(view, seen);
    return [1, 2, 99].flatMap((part) => renderedFaults(render({ card, part })).map((fault) => [view.show, fault]));
  });
  const forms: readonly FormRef[] = [
    { form: 'section', review, section, page: 1 },
    { form: 'answer', review, prompt, revision: 0 },
    { form: 'hand over', review },
    { form: 'reassign', review },
    { form: 'close', review },
  ];
  const filled = forms.flatMap((ref) => {
    const form = formOf(ref, seen);
    return isRefusal(form) ? [] : renderedFaults(renderForm({ form })).map((fault) => [ref.form, fault]);
  });
  return [...cards, ...filled];
}
