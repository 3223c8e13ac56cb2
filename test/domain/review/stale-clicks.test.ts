/** Law 8: the chat message is not the record. A click counts only on the answer its presser saw. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verdicts } from '../../../src/domain/checklist/answer-kind.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { currentAnswer } from '../../../src/domain/review/review.ts';
import { acting, opened } from '../../support/a-review.ts';

const prompt = 'network.network-policies';
const click = fc.record({
  by: fc.constantFrom('platform', 'security', 'approver', 'stranger'),
  verdict: fc.constantFrom(...verdicts),
  /** Which of the cards lying around was pressed, by the answer it shows. */
  saw: fc.nat(6),
});

it('keeps each answer until somebody who saw it changes it', () => {
  fc.assert(
    fc.property(fc.array(click, { maxLength: 12 }), (clicks) => {
      const world = acting();
      for (const { by, verdict, saw } of clicks) {
        const item = world.review.items.get(prompt) ?? expect.fail();
        const before = currentAnswer(item);
        const answer = { status: 'answered', response: { kind: 'verdict', verdict }, evidence: [] } as const;
        const decision = world.decide(by, {
          does: 'answer',
          review: opened().id,
          prompt,
          revision: saw,
          answer: { ...answer, evidence: [] },
          confirmed: true,
        });
        const after = world.review.items.get(prompt) ?? expect.fail();
        const accepted = !isRefusal(decision);
        expect(accepted).toBe(by !== 'stranger' && saw === (before?.revision ?? 0));
        expect(after.answers.slice(0, item.answers.length)).toEqual(item.answers);
        expect(currentAnswer(after)?.revision ?? 0).toBe((before?.revision ?? 0) + (accepted ? 1 : 0));
      }
    }),
  );
});
