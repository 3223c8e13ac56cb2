/** A small review to record things about: three prompts, one of them asked only after a yes. */
import { type Checklist, checklist as checklistSchema } from '../../src/domain/checklist/checklist.ts';
import { checklistHash } from '../../src/domain/checklist/checklist-hash.ts';
import type { Answer } from '../../src/domain/checklist/response.ts';
import type { Stream } from '../../src/domain/event.ts';
import { type ProgramEvent, programEvent } from '../../src/domain/program/events.ts';
import type { Duty } from '../../src/domain/review/duty.ts';
import { type ReviewEvent, type ReviewOpened, reviewOpened } from '../../src/domain/review/events.ts';
import type { Instant } from '../../src/domain/time/instant.ts';
import type { Words } from '../../src/domain/words.ts';

const prompt = (id: string, rest: object = {}) => ({
  id,
  section: 'access',
  text: `What about ${id}?`,
  answer: { kind: 'verdict' },
  outcome: { by: 'verdict', outcomes: { yes: 'meets', no: 'falls short', partly: 'to be judged' } },
  good: 'Yes.',
  evidence: { need: 'welcome', accepted: 'a link' },
  owner: 'sre',
  severity: 'high',
  frequency: 'quarterly',
  minutes: 2,
  ...rest,
});

export const smallChecklist: Checklist = checklistSchema.parse({
  id: 'small',
  title: 'A small checklist',
  version: '1.0.0',
  licence: 'none',
  sections: [{ id: 'access', title: 'Access', level: 2 }],
  prompts: [
    prompt('access.mfa'),
    prompt('access.keys', { askedIf: { prompt: 'access.mfa', verdict: ['yes'] } }),
    prompt('access.logs'),
  ],
});

export const reviewStream = (id: string): Stream<'review'> => ({ kind: 'review', id });
export const contactStream = (id: string): Stream<'contact'> => ({ kind: 'contact', id });
export const programStream = (id: string): Stream<'program'> => ({ kind: 'program', id });

/** Who acts in these suites, where it does not matter. */
export const act = { by: 'p-anna', source: { via: 'workspace', ref: 'm-1' } } as const;

export function opening(
  tick: Instant = '2026-11-23T08:00:00.000Z',
  last: Partial<Record<string, Answer>> = {},
): ReviewOpened {
  return reviewOpened.parse({
    type: 'ReviewOpened',
    program: 'small-program',
    title: 'A small review',
    scope: 'everything',
    period: { from: '2026-08-01', to: '2026-10-31' },
    tick,
    zone: 'Europe/Stockholm',
    checklist: { id: 'small', version: '1.0.0', hash: checklistHash(smallChecklist) },
    demo: false,
    lead: 'p-lead',
    approvers: ['p-approver'],
    policy: {
      ask: 'due',
      dueAfter: 10,
      remind: ['half', 1, 0],
      overdueEvery: 2,
      escalate: { accountable: 2, lead: 5 },
      deadlineAfter: 10,
      signOffWithin: 10,
      carryAtMost: 2,
      digest: [1, 4],
      namesInChannel: false,
    },
    settings: {},
    standards: [],
    due: '2026-12-07',
    deadline: '2026-12-21',
    items: smallChecklist.prompts.map(({ id }) => ({
      prompt: id,
      section: 'access',
      asked: 'first review',
      owner: 'p-anna',
      ...(last[id] && {
        last: {
          review: 'r-0',
          tick: '2026-08-01T08:00:00.000Z',
          by: 'p-anna',
          at: '2026-08-02T08:00:00.000Z',
          answer: last[id],
          outcome: 'meets',
          carried: 0,
        },
      }),
    })),
    accountable: { access: 'p-lead' },
  });
}

export function answered(
  prompt: string,
  revision: number,
  note?: string | Words,
  verdict: 'yes' | 'no' | 'partly' = 'yes',
): ReviewEvent {
  const words = typeof note === 'string' ? { text: note } : note;
  const answer: Answer = {
    status: 'answered',
    response: { kind: 'verdict', verdict },
    evidence: [],
    ...(words && { note: words }),
  };
  return { type: 'QuestionAnswered', prompt, revision, answer, outcome: verdict === 'no' ? 'falls short' : 'meets' };
}

export function dutyOf(review: string, to: string, ordinal = 0, kind: Duty['kind'] = 'remind'): Duty {
  const at = '2026-11-24T08:00:00.000Z';
  return { key: `${review}/${kind}/${to}/${to}/${ordinal}`, review, kind, to, subject: to, ordinal, at };
}

export function registered(): ProgramEvent {
  return programEvent.parse({
    type: 'ProgramRegistered',
    checklistHash: checklistHash(smallChecklist),
    settings: {
      id: 'small-program',
      title: 'A small program',
      checklist: 'small',
      scope: 'everything',
      lead: 'p-lead',
      cadence: { cron: '0 9 1 * *', zone: 'Europe/Stockholm' },
      approvers: ['p-approver'],
      roles: { sre: 'p-anna' },
    },
  });
}

let made = 0;
/** Every test has streams of its own, since all of them share one database. */
export function fresh(prefix: string): string {
  made += 1;
  return `${prefix}-${made}`;
}
