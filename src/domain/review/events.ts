/** What can happen in a review. Past tense; a new type is readable one release before it is written. */
import { z } from 'zod';
import { outcome } from '../checklist/outcome-rule.ts';
import { promptId } from '../checklist/prompt.ts';
import { answer } from '../checklist/response.ts';
import { instant, localDate } from '../time/instant.ts';
import { words } from '../words.ts';
import { duty } from './duty.ts';
import { policy } from './policy.ts';

const person = z.string();
const section = z.string();

/** The newest answer of an earlier review, offered with its age. */
export const lastAnswer = z.strictObject({
  review: z.string(),
  /** Of that review: validity runs from it, not from the day somebody happened to answer. */
  tick: instant,
  by: person,
  at: instant,
  answer,
  /** The judgement's where there is one, else the rule's. */
  outcome,
  /** How many times running it has been carried forward already. */
  carried: z.number().int(),
  /** When it was first given, if it was carried since: its true age. */
  givenAt: instant.exactOptional(),
});
export type LastAnswer = z.infer<typeof lastAnswer>;

export const reasonsToAsk = ['first review', 'validity ended', 'fell short', 'changed', 'everything is asked'] as const;

const item = z.strictObject({
  prompt: promptId,
  section,
  /** Why it is asked; absent when its last answer is still valid and stands in. */
  asked: z.enum(reasonsToAsk).exactOptional(),
  /** Until when the last answer is valid. */
  validUntil: localDate.exactOptional(),
  owner: person,
  /** Who judges it, where that is another than the reviewers. */
  judge: person.exactOptional(),
  last: lastAnswer.exactOptional(),
});

export const reviewOpened = z.strictObject({
  type: z.literal('ReviewOpened'),
  program: z.string(),
  title: z.string(),
  scope: z.string(),
  period: z.strictObject({ from: localDate, to: localDate }),
  /** The cadence's occurrence this review is for. */
  tick: instant,
  /** The program's zone: due, deadline and period are days there unless a person's own zone is said. */
  zone: z.string(),
  checklist: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  demo: z.boolean(),
  lead: person,
  approvers: z.array(person),
  /** Everybody of the program: who may be handed something. */
  members: z.array(person).default([]),
  /** The contact that stands for the team channel. */
  channel: z.string().exactOptional(),
  policy,
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
  standards: z.array(z.string()),
  due: localDate,
  deadline: localDate,
  items: z.array(item),
  accountable: z.record(section, person),
  previous: z.string().exactOptional(),
});

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

export const reviewEvent = z.discriminatedUnion('type', [
  reviewOpened,
  event('QuestionAnswered', {
    prompt: promptId,
    /** 1, 2, 3 … of this prompt in this review. A later one supersedes the one before. */
    revision: z.number().int(),
    answer,
    outcome,
    /** The owner it was answered for, when somebody else did. */
    onBehalfOf: person.exactOptional(),
    carried: z.strictObject({ from: z.string(), at: instant, times: z.number().int() }).exactOptional(),
    sameAs: promptId.exactOptional(),
  }),
  event('AnswerJudged', { prompt: promptId, revision: z.number().int(), outcome, reason: words }),
  event('PromptsHandedOver', {
    prompts: z.array(promptId),
    from: person,
    to: person,
    /** `reassigned` when the lead did it. */
    how: z.enum(['handed over', 'reassigned']),
    /** From now on, not only in this review. */
    lasting: z.boolean(),
    reason: words.exactOptional(),
  }),
  event('PersonSnoozed', { person, until: localDate }),
  event('OwnerUnreachable', { person, why: z.string() }),
  event('OwnerReachable', { person }),
  event('ReminderRequested', { person }),
  event('DutiesFellDue', { duties: z.array(duty) }),
  event('ReviewCompleted', {}),
  event('ReviewReopened', { prompt: promptId }),
  event('ReviewClosed', {
    because: z.enum(['everything is answered', 'the lead closed it', 'the deadline passed']),
    /** SHA-256 of the closed answer set; a sign-off is bound to it. */
    answerSet: z.string(),
    /** Answered of asked. */
    answered: z.number().int(),
    asked: z.number().int(),
    /** The day by which it must be signed. */
    signBy: localDate,
  }),
  event('ReviewSignedOff', { statement: z.string(), answerSet: z.string() }),
  /** Asked for again, by that day. */
  event('SignOffVoided', { because: z.string(), signBy: localDate }),
  event('ReviewLapsed', {}),
  event('TextRedacted', { seal: z.string(), reason: words }),
]);
export type ReviewEvent = z.infer<typeof reviewEvent>;
export type ReviewOpened = z.infer<typeof reviewOpened>;
