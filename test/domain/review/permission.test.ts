/** Law 5: whether a person may do a thing is decided on every act from who they are. Role × act, all of it. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/checklist/response.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { decideProgram } from '../../../src/domain/program/decide.ts';
import type { ReviewCommand } from '../../../src/domain/review/command.ts';
import { answerSetHash } from '../../../src/domain/review/sign-off.ts';
import { written } from '../../../src/domain/words.ts';
import { acting, checklist, opened, openedAt, people, program } from '../../support/a-review.ts';

const review = opened().id;
const prompt = 'network.network-policies'; // owned by platform, and platform is accountable for its section
const text = 'change-management.code-journey'; // owned by dev, judged by a reviewer
const answered = 'supply.infrastructure-protection'; // owned by platform
const yes: Answer = { status: 'answered', response: { kind: 'verdict', verdict: 'yes' }, evidence: [] };
const journey: Answer = { status: 'answered', response: { kind: 'text', text: written('Reviewed') }, evidence: [] };

/** A review whose text prompt is answered by its owner, so that there is something to judge. */
function begun() {
  const world = acting();
  world.decide('dev', { does: 'answer', review, prompt: text, revision: 0, answer: journey });
  world.decide('platform', { does: 'answer', review, prompt: answered, revision: 0, answer: yes });
  return world;
}

const open: Record<string, ReviewCommand> = {
  answer: { does: 'answer', review, prompt, revision: 0, answer: yes },
  'give detail': { does: 'give detail', review, prompt: answered, revision: 1, detail: written('Two firewalls') },
  'answer same as': { does: 'answer same as', review, prompt, revision: 0, other: answered },
  redact: { does: 'redact', review, seal: 'f'.repeat(64), reason: written('A name') },
  judge: { does: 'judge', review, prompt: text, revision: 1, outcome: 'meets', reason: written('Seen') },
  'hand over': { does: 'hand over', review, prompts: [prompt], to: 'sre' },
  reassign: { does: 'reassign', review, prompts: [prompt], to: 'sre', lasting: false },
  remind: { does: 'remind', review, person: 'platform' },
  close: { does: 'close', review },
};

/** Who may, of everybody the directory knows. Nobody else may. */
const may: Record<keyof typeof open, readonly string[]> = {
  answer: ['platform', 'security', 'approver', 'second-approver'],
  'give detail': ['platform', 'security', 'approver', 'second-approver'],
  'answer same as': ['platform', 'security', 'approver', 'second-approver'],
  redact: ['security'],
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
        const said = isRefusal(decision) ? decision.refused : 'allowed';
        // Who may redact finds nothing under that seal; who may not is not even told so.
        expect(said).toBe(allowed ? (act === 'redact' ? 'unknown' : 'allowed') : 'not yours');
      });
    }
  }
});

describe('a program', () => {
  const because = written('A second cluster');
  const acts = {
    'open it now': { does: 'open now', tick: openedAt },
    'say what changed': { does: 'note change', prompt, because },
  } as const;
  for (const [act, command] of Object.entries(acts)) {
    for (const person of people.keys()) {
      it(`${person} may ${person === 'security' ? '' : 'not '}${act}`, () => {
        expect(isRefusal(decideProgram(program, command, person))).toBe(person !== 'security');
      });
    }
  }
});

it('of a program that is no more nobody is sent to a terminal', () => {
  const decision = decideProgram(undefined, { does: 'open now', tick: openedAt }, 'security');
  expect(decision).toEqual({
    refused: 'unknown',
    sentence: 'There is no such program. `open` shows those you have a part in.',
  });
});

describe('snoozing', () => {
  for (const person of people.keys()) {
    const owns = [...opened().items.values()].some(({ owner }) => owner === person);
    it(`${person} may ${owns ? '' : 'not '}be reminded later`, () => {
      const decision = acting().decide(person, { does: 'snooze', review, until: '2026-11-30' });
      expect(isRefusal(decision)).toBe(!owns);
    });
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
