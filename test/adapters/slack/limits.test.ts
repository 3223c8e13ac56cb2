/** No card of any review, and no card at all, ever breaks one of Slack's limits or escapes its escaping. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/adapters/slack/render.ts';
import { formModal } from '../../../src/adapters/slack/render-form.ts';
import { cardModal, homeView } from '../../../src/adapters/slack/render-view.ts';
import type { Form } from '../../../src/domain/card/form.ts';
import type { View } from '../../../src/domain/card/view.ts';
import { anyForm } from '../../support/arbitrary-cards.ts';
import { anyDrawing, hundredPrompts, promptsLeafed } from '../../support/long-cards.ts';
import { blockFaults } from '../../support/slack/checks/block-faults.ts';
import { escapeFaults, mrkdwnIn, pagesInText } from '../../support/slack/checks/pages.ts';
import { tooLarge, viewFaults } from '../../support/slack/checks/view-faults.ts';
import { objectsIn, text } from '../../support/slack/json.ts';
import { limits } from '../../support/slack/limits.ts';
import { unseenUnder } from '../../support/unseen.ts';

const view: View = { show: 'status', review: 'kubernetes-security-2026-11-23' };
const runs = { numRuns: 150 };

describe('any card', () => {
  const drawn = fc.tuple(anyDrawing, fc.boolean()).map(([drawing, share]) => ({ ...drawing, share }));

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
    const leafed = (part: number) => render({ card: hundredPrompts, view, surface: 'ephemeral', part }).blocks;
    expect(promptsLeafed((part) => JSON.stringify(leafed(part))).size).toBe(100);
    const first = JSON.stringify(render({ card: hundredPrompts, view, surface: 'message' }).blocks);
    expect(first).toMatch(/And \d+ more\./);
    expect(first).toContain('Show the rest');
  });

  test('holds no sign that nobody sees in what is read', () => {
    const read = ['text', 'accessibility_label'];
    fc.assert(
      fc.property(drawn, anyForm, ({ note: said, ...drawing }, form) => {
        const message = render({ ...drawing, view, surface: 'message', ...(said && { note: said }) });
        expect(unseenUnder(read, message)).toEqual([]);
        expect(unseenUnder(read, formModal(form, '{}').blocks)).toEqual([]);
      }),
      runs,
    );
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
