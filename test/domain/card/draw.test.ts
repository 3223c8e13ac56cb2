/** Every kind of card, drawn from a review of the real checklist. */
import { describe, expect, test } from 'vitest';
import { draw } from '../../../src/domain/card/draw.ts';
import type { ReviewScene } from '../../../src/domain/card/scene.ts';
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
