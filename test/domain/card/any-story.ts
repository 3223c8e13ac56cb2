/** What may happen in a review, in any order. */
import fc from 'fast-check';
import type { Answer } from '../../../src/domain/checklist/response.ts';
import { currentAnswer, type Review } from '../../../src/domain/review/review.ts';
import { answerSetHash } from '../../../src/domain/review/sign-off.ts';
import type { Instant } from '../../../src/domain/time/instant.ts';
import { written } from '../../../src/domain/words.ts';
import { acting, checklist, opened, people } from '../../support/a-review.ts';
import { lastTime, now, ownVerdicts, yes } from './a-scene.ts';

export const hostile =
  '<!channel> [click](javascript:alert(1)) <script>x</script> *b* https://evil.example {{DATE(2026-11-20T00:00:00Z)}}';
export const last = new Map(
  ownVerdicts.slice(0, 20).map(({ id }, index) => [id, lastTime(index % 5 === 0 ? 'no' : 'yes')]),
);

const prompts = checklist.prompts.map(({ id }) => id);
export const person = fc.constantFrom(...people.keys());
export const prompt = fc.constantFrom(...prompts);
export const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ does: fc.constant('answer' as const), prompt, by: person, how: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('hand over' as const), prompt, to: person }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('judge' as const), prompt, by: person }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('end' as const), how: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('unreachable' as const), person }) },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const answers = (how: number): Answer =>
  [
    yes(),
    { ...yes('no'), note: written(hostile) },
    { status: 'not applicable' as const, reason: written(hostile), evidence: [] },
    { ...yes(), evidence: [{ link: written(how > 2 ? 'https://example.com/a' : hostile), observedAt: '2026-11-01' }] },
    { status: 'answered' as const, response: { kind: 'text' as const, text: written(hostile) }, evidence: [] },
  ][how] ?? yes();

export function storyOf(steps: readonly Step[], policy: { namesInChannel: boolean }): Review {
  const start = opened({ last });
  const story = acting({ ...start, policy: { ...start.policy, ...policy } });
  for (const one of steps) tell(story, one);
  return story.review;
}

export function tell(story: ReturnType<typeof acting>, one: Step, at: Instant = now): void {
  const review = story.review.id;
  const revisionOf = (id: string) => currentAnswer(itemOf(story.review, id))?.revision ?? 0;
  switch (one.does) {
    case 'answer': {
      const { prompt, by, how } = one;
      const who = how % 2 === 0 ? itemOf(story.review, prompt).owner : by;
      const seen = { prompt, revision: revisionOf(prompt) };
      story.decide(who, { does: 'answer', review, ...seen, answer: answers(how), confirmed: true }, at);
      return;
    }
    case 'hand over':
      story.decide(
        itemOf(story.review, one.prompt).owner,
        { does: 'hand over', review, prompts: [one.prompt], to: one.to },
        at,
      );
      return;
    case 'judge': {
      const { prompt, by } = one;
      const judged = {
        prompt,
        revision: revisionOf(prompt),
        outcome: 'falls short',
        reason: written(hostile),
      } as const;
      story.decide(by, { does: 'judge', review, ...judged, confirmed: true }, at);
      return;
    }
    case 'unreachable':
      story.decide('muster', { does: 'note unreachable', person: one.person, why: 'no such account' }, at);
      return;
    case 'end':
      if (one.how === 0) story.decide('muster', { does: 'lapse' }, at);
      else if (one.how === 1)
        story.decide('approver', { does: 'sign off', review, answerSet: answerSetHash(story.review) }, at);
      else story.decide('security', { does: 'close', review }, at);
      return;
    default:
      one satisfies never;
  }
}

export function itemOf(review: Review, id: string) {
  const item = review.items.get(id);
  if (!item) throw new Error(`No ${id}.`);
  return item;
}
