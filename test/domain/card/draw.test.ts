/** Every kind of card, drawn from a review of the real checklist. */
import { describe, expect, test } from 'vitest';
import { draw } from '../../../src/domain/card/draw.ts';
import type { ReviewScene } from '../../../src/domain/card/scene.ts';
import type { View } from '../../../src/domain/card/view.ts';
import type { Duty, DutyKind } from '../../../src/domain/review/duty.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { closed, midway, now, sceneOf } from './a-scene.ts';
import { sketch } from './sketch.ts';

const review = 'kubernetes-security-2026-11-23';
const open = midway();
const over = closed();

function duty(kind: DutyKind, to: string, subject: string): Duty {
  return { key: `${review}/${kind}/${to}/${subject}/1`, review, kind, to, subject, ordinal: 1, at: now };
}

type Drawn = {
  readonly name: string;
  readonly view: View;
  readonly viewer: string;
  readonly of?: Review;
  readonly now?: string;
};

const page = 1;
const cards: readonly Drawn[] = [
  { name: 'opening', view: { show: 'opening', review }, viewer: 'platform' },
  { name: 'opening-for-the-approver', view: { show: 'opening', review }, viewer: 'approver' },
  { name: 'section', view: { show: 'section', review, section: 'access-control', page }, viewer: 'platform' },
  {
    name: 'section-whole-for-the-lead',
    view: { show: 'section', review, section: 'access-control', page, whole: true },
    viewer: 'security',
  },
  {
    name: 'section-closed',
    view: { show: 'section', review, section: 'access-control', page },
    viewer: 'platform',
    of: over.story.review,
  },
  { name: 'carry', view: { show: 'carry', review, section: 'access-control' }, viewer: 'platform' },
  { name: 'mine-of-an-owner', view: { show: 'mine' }, viewer: 'platform' },
  { name: 'mine-of-the-lead', view: { show: 'mine' }, viewer: 'security' },
  { name: 'mine-of-an-approver', view: { show: 'mine' }, viewer: 'second-approver', of: over.story.review },
  { name: 'status', view: { show: 'status', review }, viewer: 'security' },
  { name: 'judge', view: { show: 'judge', review, page }, viewer: 'security' },
  { name: 'report', view: { show: 'report', review }, viewer: 'security', of: over.story.review },
  { name: 'sign-off', view: { show: 'sign-off', review }, viewer: 'approver', of: over.story.review },
  { name: 'why', view: { show: 'why', review }, viewer: 'platform' },
  { name: 'channel', view: { show: 'channel', review }, viewer: 'channel:kubernetes-security' },
  {
    name: 'channel-closed',
    view: { show: 'channel', review },
    viewer: 'channel:kubernetes-security',
    of: over.story.review,
  },
  { name: 'prompt', view: { show: 'prompt', review, prompt: open.second }, viewer: 'platform' },
  { name: 'help', view: { show: 'help' }, viewer: 'stranger' },
  { name: 'no-part', view: { show: 'status', review }, viewer: 'stranger' },
  {
    name: 'notice-to-an-owner',
    view: {
      show: 'notice',
      duties: [duty('remind', 'platform', 'platform'), duty('handed over', 'platform', 'platform')],
    },
    viewer: 'platform',
  },
  {
    name: 'notice-overdue',
    view: { show: 'notice', duties: [duty('overdue', 'dev', 'dev')] },
    viewer: 'dev',
    now: '2026-12-08T15:00:00.000Z',
  },
  {
    name: 'notice-to-the-lead',
    view: {
      show: 'notice',
      duties: [
        duty('escalate to lead', 'security', 'dev'),
        duty('request judgement', 'security', review),
        duty('summarise', 'security', review),
      ],
    },
    viewer: 'security',
    now: '2026-12-11T09:00:00.000Z',
  },
  {
    name: 'notice-to-sign',
    view: { show: 'notice', duties: [duty('request sign-off', 'approver', review)] },
    viewer: 'approver',
    of: over.story.review,
  },
  {
    name: 'channel-closing',
    view: { show: 'report', review },
    viewer: 'channel:kubernetes-security',
    of: over.story.review,
  },
  {
    name: 'notice-digest',
    view: { show: 'notice', duties: [duty('post digest', 'channel:kubernetes-security', review)] },
    viewer: 'channel:kubernetes-security',
  },
];

describe('cards', () => {
  test.each(cards)('$name', async ({ name, view, viewer, of = open.story.review, now: at }) => {
    const told = ['sent', 'planned, held back before (outside working hours)'];
    const card = draw(view, sceneOf(of, viewer, { told, ...(at && { now: at }) }));
    await expect(sketch(card)).toMatchFileSnapshot(`cards/${name}.txt`);
  });

  test.each(['opening', 'status'] as const)('%s in the channel is its living card', (show) => {
    const scene = sceneOf(over.story.review, 'channel:kubernetes-security');
    expect(draw({ show, review }, scene)).toEqual(draw({ show: 'channel', review }, scene));
  });
});

describe('in the channel', () => {
  const scene = sceneOf(over.story.review, 'channel:kubernetes-security');
  const said = (show: 'channel' | 'report' | 'sign-off', of = scene) => JSON.stringify(draw({ show, review }, of));

  test('the living message says since when, and the one about the end bears the proof: no two are the same', () => {
    expect(said('channel', sceneOf(open.story.review, 'channel:kubernetes-security'))).toContain(
      'Opened Mon 23 Nov. Due',
    );
    const { hash, version } = over.story.review.closed?.head ?? expect.fail();
    expect(said('report')).toContain(hash);
    expect(said('report')).toContain(`"value":"${version}"`);
    expect(said('channel')).not.toContain(hash);
    const signOff = { by: 'approver', at: now, statement: 'So it is.', answerSet: 'a'.repeat(64) };
    const signed = {
      ...scene.reviews.get(review),
      review: { ...over.story.review, status: 'signed off', signOff },
    } as ReviewScene;
    const after = { ...scene, reviews: new Map([[review, signed]]) };
    expect(new Set([said('channel', after), said('report', after), said('sign-off', after)]).size).toBe(3);
    for (const show of ['channel', 'report', 'sign-off'] as const) expect(said(show, after)).toContain('signed off by');
    expect(said('sign-off', after)).toContain('a'.repeat(64));
  });

  test('nobody’s words are told, whatever is shown', () => {
    for (const show of ['channel', 'report', 'sign-off'] as const) expect(said(show)).not.toContain('Break-glass');
  });
});
