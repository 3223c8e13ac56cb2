/** Every kind of card, drawn from a review of the real checklist. */
import { describe, expect, test } from 'vitest';
import { draw } from '../../../src/domain/card/draw.ts';
import type { ReviewScene } from '../../../src/domain/card/scene.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { now, sceneOf } from './a-scene.ts';
import { cardOf, everyCard, open, over, review } from './every-card.ts';
import { sketch } from './sketch.ts';

describe('cards', () => {
  test.each(everyCard)('$name', async (drawn) => {
    await expect(sketch(cardOf(drawn))).toMatchFileSnapshot(`cards/${drawn.name}.txt`);
  });

  test.each(['opening', 'status'] as const)('%s in the channel is its living card', (show) => {
    const scene = sceneOf(over.story.review, 'channel:kubernetes-security');
    expect(draw({ show, review }, scene)).toEqual(draw({ show: 'channel', review }, scene));
  });
});

describe('an escalation in the stead of somebody who cannot be reached', () => {
  const at = '2026-11-25T08:00:00.000Z';
  const lost = (...people: string[]) => ({
    ...open.story.review,
    accountable: Object.fromEntries(Object.keys(open.story.review.accountable).map((section) => [section, 'sre'])),
    unreachable: new Map(people.map((person) => [person, { why: 'left', at, times: 1 }])),
  });
  const told = (kind: 'escalate to accountable' | 'escalate to lead' | 'tell unreachable', to: string, of: Review) => {
    const duty = { key: 'k', review, kind, to, subject: 'dev', ordinal: 1, at } as const;
    return JSON.stringify(draw({ show: 'notice', duties: [duty] }, sceneOf(of, to)));
  };

  test('says whom it belongs to', () => {
    const both = lost('sre', 'security', 'dev');
    expect(told('escalate to lead', 'approver', both)).toContain(
      'You hear of it because Saga Holm leads this review and cannot be reached; it closes',
    );
    expect(told('escalate to accountable', 'approver', both)).toMatch(
      /Dana Cole owns .* You hear of it because Ravi Shah is accountable and cannot be reached\./,
    );
    expect(told('escalate to accountable', 'security', lost('sre'))).toContain('because Ravi Shah is accountable');
    expect(told('tell unreachable', 'approver', both)).toContain('because Saga Holm leads this review and cannot');
    expect(told('tell unreachable', 'security', lost('dev'))).not.toContain('You hear of it');
  });

  test('goes on saying so once they are back', () => {
    const back = lost('dev');
    expect(told('escalate to lead', 'approver', back)).toContain('leads this review and could not be reached; it');
    expect(told('escalate to accountable', 'approver', back)).toContain('Ravi Shah is accountable and could not be');
    expect(told('escalate to accountable', 'sre', back)).toContain('You are accountable for');
  });
});

describe('in the channel', () => {
  const scene = sceneOf(over.story.review, 'channel:kubernetes-security');
  const said = (show: 'channel' | 'report' | 'sign-off', of = scene) => JSON.stringify(draw({ show, review }, of));

  test('who asks for the report or to sign while it is open reads that it is, and how it stands', () => {
    const before = sceneOf(open.story.review, 'channel:kubernetes-security');
    expect(said('report', before)).toContain(
      'The review is still open; this is how it stands so far. Opened Mon 23 Nov. Due',
    );
    expect(said('sign-off', before)).toContain('It can be signed once it has closed. Opened Mon 23 Nov. Due');
    expect(said('report')).not.toContain('so far');
    expect(said('sign-off')).not.toContain('can be signed once');
  });

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
