import { describe, expect, it } from 'vitest';
import { agenda } from '../../../src/domain/review/agenda.ts';
import { written } from '../../../src/domain/words.ts';
import { acting, checklist, opened, openedAt, program } from '../../support/a-review.ts';
import { weekdays } from '../../support/weekdays.ts';

const text = { status: 'answered' as const, response: { kind: 'text' as const, text: written('So') }, evidence: [] };

/** Who is asked to judge, once the lead has answered something only a reviewer can judge. */
function askedToJudge(approvers: readonly string[]): readonly string[] {
  const start = opened({ program: { ...program, settings: { ...program.settings, approvers: [...approvers] } } });
  const world = acting(start);
  const judged = checklist.prompts.find(({ answer, outcome }) => answer.kind === 'text' && outcome.by === 'reviewer');
  const prompt = judged?.id ?? expect.fail();
  world.decide('security', { does: 'answer', review: start.id, prompt, revision: 0, answer: text }, openedAt);
  return agenda(world.review, checklist, () => weekdays('Europe/Stockholm')).flatMap((one) =>
    one.does === 'tell' && one.kind === 'request judgement' ? [one.to] : [],
  );
}

describe('who is asked to judge what the lead answered', () => {
  it('is an approver, where another is left to sign', () => {
    expect(askedToJudge(['approver', 'second-approver']).length).toBeGreaterThan(0);
  });

  it('is nobody where only one may sign: the answer stays unjudged in plain sight', () => {
    expect(askedToJudge(['approver'])).toEqual([]);
  });
});
