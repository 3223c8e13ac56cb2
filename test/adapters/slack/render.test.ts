/** Cards and forms as blocks: what changes here changes on everybody's screen. */
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/adapters/slack/render.ts';
import { formModal } from '../../../src/adapters/slack/render-form.ts';
import { cardModal, homeView } from '../../../src/adapters/slack/render-view.ts';
import type { Card } from '../../../src/domain/card/card.ts';
import type { View } from '../../../src/domain/card/view.ts';
import { everyFieldForm, nasty, openingCard, sectionCard } from '../../support/sample-cards.ts';
import { visible } from '../../support/slack/person/visible.ts';
import { slackHouse } from './slack-house.ts';

const view: View = { show: 'section', review: 'kubernetes-security-2026-11-23', section: 'access-control', page: 1 };

const anyBreak = /[\n\r\v\f\u0085\u2028\u2029]/;

describe('a card', () => {
  it('is drawn with every kind of row', () => {
    expect(render({ card: openingCard, view, surface: 'message' })).toMatchSnapshot();
  });

  it('is drawn with a prompt in every state, and what came of the last press', () => {
    const note = { sentence: 'This was answered meanwhile.', refused: true };
    expect(render({ card: sectionCard, view, surface: 'message', note })).toMatchSnapshot();
  });

  it('brings along what it shows where nobody keeps that, and may be shared', () => {
    expect(render({ card: openingCard, view, surface: 'ephemeral', share: true })).toMatchSnapshot();
  });

  it('holds no line that looks like ours and is a line of somebody’s answer', () => {
    const forged = '✓ *meets, judged by Saga Holm*';
    const breaks = ['\n', '\r\n', '\n\n \n', '\u2028', '\u0085'];
    const said = `see below${breaks.map((each) => `${each}${forged}`).join('')}\n${'word '.repeat(1_500)}`;
    const detail = [[{ text: said }]];
    const card: Card = {
      ...sectionCard,
      lines: [[{ text: said }]],
      rows: [
        ...sectionCard.rows.flatMap((row) => (row.row === 'prompt' ? [{ ...row, notes: [said] }] : [])),
        ...sectionCard.rows.flatMap((row) =>
          row.row === 'prompt' && row.answer ? [{ ...row, answer: { ...row.answer, detail } }] : [],
        ),
        { row: 'text', text: [{ text: said }] },
        { row: 'fact', label: 'Reason', value: said },
      ],
    };
    const note = { sentence: said, refused: false };
    for (const surface of ['message', 'modal'] as const) {
      const lines = visible(render({ card, view, surface, note }).blocks).split(anyBreak);
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((line) => line.startsWith('✓ *meets') || line.startsWith('word'))).toEqual([]);
    }
    const form = formModal({ ...everyFieldForm, lines: [said] }, '');
    expect(visible(form.blocks).split(anyBreak)).not.toContain(forged);
  });

  it('is a window, and Home', () => {
    expect(cardModal({ card: openingCard, view, part: 1 })).toMatchSnapshot();
    expect(homeView({ card: openingCard, view: { show: 'mine' } })).toMatchSnapshot();
  });

  it('shows a text of three thousand characters whole in a window', () => {
    const words = JSON.stringify(cardModal({ card: sectionCard, view }).blocks);
    expect(words).toContain(nasty.long.slice(0, 2_900));
  });
});

describe('a form', () => {
  it('is drawn with every kind of field', () => {
    expect(formModal(everyFieldForm, '{"is":"loading"}')).toMatchSnapshot();
  });
});

it('every card of a real review is drawn for everybody who sees it', async () => {
  const house = await slackHouse();
  const review = await house.opened();
  const views: readonly View[] = [
    { show: 'opening', review },
    { show: 'section', review, section: 'access-control', page: 1 },
    { show: 'status', review },
    { show: 'report', review },
    { show: 'why', review },
    { show: 'mine' },
    { show: 'help' },
    { show: 'judge', review, page: 1 },
    { show: 'prompt', review, prompt: 'access-control.system-description' },
  ];
  for (const one of views) {
    const card = await house.desk.card(
      one,
      house.who(one.show === 'judge' || one.show === 'report' ? 'security' : 'platform'),
    );
    const drawn = render({ card, view: one, surface: 'message' });
    expect(drawn.text).toMatchSnapshot(`${one.show}: text`);
    const shape = drawn.blocks.map(({ type }) => type).join(' ');
    expect(shape).toMatchSnapshot(`${one.show}: shape`);
  }
  await house.close();
});
