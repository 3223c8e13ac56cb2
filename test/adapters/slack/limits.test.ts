/** No card of any review, and no card at all, ever breaks one of Slack's limits or escapes its escaping. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/adapters/slack/render.ts';
import { formModal } from '../../../src/adapters/slack/render-form.ts';
import { cardModal, homeView } from '../../../src/adapters/slack/render-view.ts';
import type { Card } from '../../../src/domain/card/card.ts';
import type { Form } from '../../../src/domain/card/form.ts';
import type { View } from '../../../src/domain/card/view.ts';
import { anyCard, anyForm, words } from '../../support/arbitrary-cards.ts';
import { blockFaults } from '../../support/slack/checks/block-faults.ts';
import { escapeFaults, mrkdwnIn, pagesInText } from '../../support/slack/checks/pages.ts';
import { tooLarge, viewFaults } from '../../support/slack/checks/view-faults.ts';
import { objectsIn, text } from '../../support/slack/json.ts';
import { limits } from '../../support/slack/limits.ts';

const view: View = { show: 'status', review: 'kubernetes-security-2026-11-23' };
const runs = { numRuns: 150 };

describe('any card', () => {
  const note = fc.option(fc.record({ sentence: words, refused: fc.boolean() }), { nil: undefined });
  const drawn = fc.record({ card: anyCard, note, part: fc.integer({ min: 1, max: 4 }), share: fc.boolean() });

  test('fits a message, whichever part of it is shown', () => {
    const surface = fc.constantFrom('message' as const, 'ephemeral' as const);
    fc.assert(
      fc.property(drawn, surface, ({ note: said, ...drawing }, where) => {
        expect(messageFaults(render({ ...drawing, view, surface: where, ...(said && { note: said }) }))).toEqual([]);
      }),
      runs,
    );
  });

  test('fits a modal and Home', () => {
    fc.assert(
      fc.property(drawn, ({ card, part }) => {
        expect(faultsOfView(cardModal({ card, view, part }))).toEqual([]);
        expect(faultsOfView(homeView({ card, view }))).toEqual([]);
      }),
      runs,
    );
  });

  test('loses no row: what one part leaves out, another shows', () => {
    const card: Card = {
      title: 'Long',
      lines: [],
      rows: Array.from({ length: 100 }, (_, at) => ({
        row: 'prompt',
        prompt: `a.p${at}`,
        number: String(at),
        section: 'Section',
        text: [{ text: `Prompt <${at}>. ${'Long. '.repeat(500)}` }],
        notes: [],
        remarks: [],
        actions: [],
      })),
      actions: [],
      summary: 'Long.',
    };
    const shown = new Set<number>();
    for (let part = 1, more = true; more; part += 1) {
      const blocks = JSON.stringify(render({ card, view, surface: 'ephemeral', part }).blocks);
      for (const [, number] of blocks.matchAll(/Prompt <(\d+)>/g)) shown.add(Number(number));
      more = blocks.includes('"Next"');
    }
    expect(shown.size).toBe(100);
    const first = JSON.stringify(render({ card, view, surface: 'message' }).blocks);
    expect(first).toMatch(/And \d+ more\./);
    expect(first).toContain('Show the rest');
  });
});

describe('any form', () => {
  test('fits a modal', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(faultsOfView(formModal(form, '{}'))).toEqual([]);
      }),
      runs,
    );
  });

  test('says which fields it has no room for', () => {
    const fields = Array.from({ length: 150 }, (_, at) => ({
      id: `f${at}`,
      label: `Field ${at}`,
      input: 'line' as const,
    }));
    const form: Form = { ref: { form: 'close', review: 'r' }, title: 'Long', lines: [], fields, submit: 'Save' };
    expect(JSON.stringify(formModal(form, '{}').blocks)).toContain('And 52 more fields');
  });
});

function messageFaults({ blocks, text: fallback }: ReturnType<typeof render>): readonly unknown[] {
  const characters = [...objectsIn(blocks)].reduce((sum, { object }) => sum + text(object['text']).length, 0);
  return [
    ...blockFaults(blocks, 'message', limits.message.blocks),
    ...said([fallback, ...mrkdwnIn(blocks)]),
    ...(characters > limits.messageBlocks.characters ? [`${characters} characters`] : []),
    ...(fallback.length > limits.message.updateText || fallback === '' ? ['fallback'] : []),
  ];
}

function faultsOfView(given: object): readonly unknown[] {
  const shown = { ...given };
  return [...viewFaults(shown), ...said(mrkdwnIn(shown)), ...(tooLarge(shown) ? ['too large'] : [])];
}

function said(texts: readonly string[]): readonly string[] {
  return texts.flatMap((one) => [...escapeFaults(one), ...pagesInText(one, false)]);
}
