/** A row that stays as it was is the row that would be drawn anew, whatever happened since and however much later. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw } from '../../../src/domain/card/draw.ts';
import type { Scene } from '../../../src/domain/card/scene.ts';
import { millisecondsOf, toInstant } from '../../../src/domain/time/instant.ts';
import { acting, checklist, opened } from '../../support/a-review.ts';
import { now, ownVerdicts, sceneOf, yes } from './a-scene.ts';
import { last, type Step, step, tell } from './any-story.ts';

const after = (minutes: number) => toInstant(millisecondsOf(now) + minutes * 60_000);
/** What other prompts look at. */
const lookedAt = checklist.prompts.flatMap(({ askedIf, outcome, related }) => [
  ...(askedIf ? [askedIf.prompt] : []),
  ...(outcome.by === 'sub-questions' ? outcome.prompts : []),
  ...related,
]);
const answering = fc.record({
  does: fc.constant('answer' as const),
  prompt: fc.constantFrom(...lookedAt),
  by: fc.constant('security'),
  how: fc.constantFrom(0, 1),
});
const happening = fc.array(fc.tuple(fc.oneof(step, answering), fc.nat(90)), { maxLength: 12 });
/** With another object for each prompt, of which nothing is known. */
const unseen = (scene: Scene): Scene => ({
  ...scene,
  reviews: new Map([...scene.reviews].map(([id, rs]) => [id, { ...rs, review: structuredClone(rs.review) }])),
});

test('as if nothing had been drawn before', () => {
  fc.assert(
    fc.property(fc.constantFrom('platform', 'security'), happening, (viewer, steps) => {
      const story = acting(opened({ last }));
      let minutes = 0;
      const look = (one?: Step) => {
        if (one) tell(story, one, after(minutes));
        expectAsUnseen(sceneOf(story.review, viewer, { now: after(minutes) }));
      };
      look();
      for (const [one, later] of steps) {
        look(one);
        minutes += later;
        look();
      }
      look({ does: 'end', how: 2 });
    }),
    { numRuns: 20 },
  );
});

function expectAsUnseen(scene: Scene): void {
  const [review = ''] = scene.reviews.keys();
  const fresh = unseen(scene);
  for (const { id: section } of checklist.sections) {
    const view = { show: 'section', review, section, page: 1, whole: true } as const;
    expect(draw(view, scene)).toEqual(draw(view, fresh));
  }
}

test('the very same, where another prompt was answered; and not the one that was', () => {
  const story = acting(opened());
  const first = ownVerdicts.find((one, at) => ownVerdicts[at + 1]?.section === one.section);
  if (!first) throw new Error('No section has two of them.');
  const view = { show: 'section', review: story.review.id, section: first.section, page: 1 } as const;
  const rowsNow = () => draw(view, sceneOf(story.review, 'platform')).rows;
  const give = (revision: number) =>
    story.decide(
      'platform',
      { does: 'answer', review: story.review.id, prompt: first.id, revision, answer: yes() },
      now,
    );
  // From then on they are among those who took part.
  give(0);
  const before = rowsNow();
  give(1);
  const same = rowsNow().map((row, at) => row === before[at]);
  expect([same.length > 1, same.filter((one) => !one).length]).toEqual([true, 1]);
});
