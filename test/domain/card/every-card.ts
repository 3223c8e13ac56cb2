/** Every kind of card there is, drawn from a review of the real checklist for whom it is meant. */
import type { Card } from '../../../src/domain/card/card.ts';
import { draw } from '../../../src/domain/card/draw.ts';
import type { View } from '../../../src/domain/card/view.ts';
import type { Duty, DutyKind } from '../../../src/domain/review/duty.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { closed, midway, now, sceneOf } from './a-scene.ts';

export const review = 'kubernetes-security-2026-11-23';
export const open = midway();
export const over = closed();

function duty(kind: DutyKind, to: string, subject: string): Duty {
  return { key: `${review}/${kind}/${to}/${subject}/1`, review, kind, to, subject, ordinal: 1, at: now };
}

export type Drawn = {
  readonly name: string;
  readonly view: View;
  readonly viewer: string;
  readonly of?: Review;
  readonly now?: string;
};

const page = 1;
export const everyCard: readonly Drawn[] = [
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

export function cardOf({ view, viewer, of = open.story.review, now: at }: Drawn): Card {
  const told = ['sent', 'planned, held back before (outside working hours)'];
  return draw(view, sceneOf(of, viewer, { told, ...(at && { now: at }) }));
}
