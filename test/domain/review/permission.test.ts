/** Law 5: whether a person may do a thing is decided on every act from who they are. Role × act, all of it. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/checklist/response.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import type { ReviewCommand } from '../../../src/domain/review/command.ts';
import { answerSetHash } from '../../../src/domain/review/sign-off.ts';
import { written } from '../../../src/domain/words.ts';
import { acting, checklist, opened, people } from '../../support/a-review.ts';

const review = opened().id;
const prompt = 'network.network-policies'; // owned by platform, and platform is accountable for its section
const text = 'change-management.code-journey'; // owned by dev, judged by a reviewer
const yes: Answer = { status: 'answered', response: { kind: 'verdict', verdict: 'yes' }, evidence: [] };
const journey: Answer = { status: 'answered', response: { kind: 'text', text: written('Reviewed') }, evidence: [] };

/** A review whose text prompt is answered by its owner, so that there is something to judge. */
function begun() {
  const world = acting();
  world.decide('dev', { does: 'answer', review, prompt: text, revision: 0, answer: journey });
  return world;
}

const open: Record<string, ReviewCommand> = {
  answer: { does: 'answer', review, prompt, revision: 0, answer: yes },
  judge: { does: 'judge', review, prompt: text, revision: 1, outcome: 'meets', reason: written('Seen') },
  'hand over': { does: 'hand over', review, prompts: [prompt], to: 'sre' },
  reassign: { does: 'reassign', review, prompts: [prompt], to: 'sre', lasting: false },
  remind: { does: 'remind', review, person: 'platform' },
  close: { does: 'close', review },
};

/** Who may, of everybody the directory knows. Nobody else may. */
const may: Record<keyof typeof open, readonly string[]> = {
  answer: ['platform', 'security', 'approver', 'second-approver'],
  judge: ['security', 'approver', 'second-approver'],
  'hand over': ['platform'],
  reassign: ['security'],
  remind: ['security'],
  close: ['security'],
};

describe('while a review is open', () => {
  for (const [act, command] of Object.entries(open)) {
    for (const person of people.keys()) {
      const allowed = may[act]?.includes(person) ?? false;
      it(`${person} may ${allowed ? '' : 'not '}${act}`, () => {
        const decision = begun().decide(person, command);
        expect(isRefusal(decision) ? decision.refused : 'allowed').toBe(allowed ? 'allowed' : 'not yours');
      });
    }
  }
});

describe('once a review is closed', () => {
  const closed = () => {
    const world = begun();
    world.decide('security', { does: 'close', review });
    return world;
  };

  for (const person of people.keys()) {
    const approves = person === 'approver' || person === 'second-approver';
    it(`${person} may ${approves ? '' : 'not '}sign it off`, () => {
      const world = closed();
      const decision = world.decide(person, { does: 'sign off', review, answerSet: answerSetHash(world.review) });
      expect(isRefusal(decision)).toBe(!approves);
    });

    it(`${person} changes nothing that was answered, owned or closed`, () => {
      for (const command of ['answer', 'hand over', 'reassign', 'remind', 'close']) {
        const world = closed();
        const before = world.review;
        expect(isRefusal(world.decide(person, open[command] ?? expect.fail()))).toBe(true);
        expect(world.review).toBe(before);
      }
    });
  }
});

it('knows every prompt these rows speak of', () => {
  const ids = checklist.prompts.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([prompt, text]));
});
