/** No card of any review breaks a limit: a hundred prompts a section, three thousand characters each, every script and emoji. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { render } from '../../../src/adapters/slack/render.ts';
import { formModal } from '../../../src/adapters/slack/render-form.ts';
import { cardModal } from '../../../src/adapters/slack/render-view.ts';
import { draw } from '../../../src/domain/card/draw.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import type { ReviewScene, Scene } from '../../../src/domain/card/scene.ts';
import type { View } from '../../../src/domain/card/view.ts';
import { type Checklist, promptOf } from '../../../src/domain/checklist/checklist.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { openItems } from '../../../src/domain/review/asked.ts';
import { acting, opened, openedAt, people, checklist as real } from '../../support/a-review.ts';
import { blockFaults } from '../../support/slack/checks/block-faults.ts';
import { escapeFaults, mrkdwnIn, pagesInText } from '../../support/slack/checks/pages.ts';
import { viewFaults } from '../../support/slack/checks/view-faults.ts';
import { objectsIn, text } from '../../support/slack/json.ts';
import { limits } from '../../support/slack/limits.ts';
import { words } from './arbitrary-cards.ts';

/** The real checklist with every prompt in one section and other words in it. */
function crowded(said: string): Checklist {
  const [section] = real.sections;
  const prompts = real.prompts.slice(0, 100).map((prompt) => ({
    ...prompt,
    section: section?.id ?? '',
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
  const [section] = real.sections;
  const items = new Map(
    [...review.items].flatMap(([id, item]) =>
      checklist.prompts.some((prompt) => prompt.id === id)
        ? [[id, { ...item, section: section?.id ?? '' }] as const]
        : [],
    ),
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
  const [section] = real.sections;
  const prompt = real.prompts[0]?.id ?? '';
  const views: readonly View[] = [
    { show: 'opening', review },
    { show: 'section', review, section: section?.id ?? '', page: 1, whole: true },
    { show: 'section', review, section: section?.id ?? '', page: 3 },
    { show: 'carry', review, section: section?.id ?? '' },
    { show: 'status', review },
    { show: 'report', review },
    { show: 'judge', review, page: 1 },
    { show: 'prompt', review, prompt },
    { show: 'why', review },
    { show: 'mine' },
    { show: 'channel', review },
  ];
  const cards = views.flatMap((view) => {
    const card = draw(view, seen);
    const message = render({ card, view, surface: 'message' });
    const characters = [...objectsIn(message.blocks)].reduce((sum, { object }) => sum + text(object['text']).length, 0);
    return [
      ...blockFaults(message.blocks, 'message', limits.message.blocks),
      ...viewFaults({ ...cardModal({ card, view }) }),
      ...said([message.text, ...mrkdwnIn(message.blocks)]),
      ...(characters > limits.messageBlocks.characters ? [`${view.show}: ${characters}`] : []),
    ];
  });
  const form = formOf({ form: 'section', review, section: section?.id ?? '', page: 1 }, seen);
  return [...cards, ...(isRefusal(form) ? [] : [...viewFaults({ ...formModal(form, '{}') })])];
}

function said(texts: readonly string[]): readonly string[] {
  return texts.flatMap((one) => [...escapeFaults(one), ...pagesInText(one, false)]);
}
