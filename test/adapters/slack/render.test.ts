/** Cards and forms as blocks: what changes here changes on everybody's screen. */
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/adapters/slack/render.ts';
import { formModal } from '../../../src/adapters/slack/render-form.ts';
import { cardModal, homeView } from '../../../src/adapters/slack/render-view.ts';
import type { View } from '../../../src/domain/card/view.ts';
import { everyFieldForm, nasty, openingCard, sectionCard } from '../../support/sample-cards.ts';
import { slackHouse } from './slack-house.ts';

const view: View = { show: 'section', review: 'kubernetes-security-2026-11-23', section: 'access-control', page: 1 };

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
