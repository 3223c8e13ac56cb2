/** A small review folded from events, with a checklist of its own: as many owners and sections as a test wants. */
import { type Checklist, checklist as checklistSchema } from '../../src/domain/checklist/checklist.ts';
import type { Outcome } from '../../src/domain/checklist/outcome-rule.ts';
import type { By, Recorded } from '../../src/domain/event.ts';
import { type ReviewEvent, type ReviewOpened, reviewOpened } from '../../src/domain/review/events.ts';
import { evolveReview } from '../../src/domain/review/evolve.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { Instant } from '../../src/domain/time/instant.ts';

/** A prompt of the test's: `b1` is asked only after `a1` was answered "no" when it says `askedIf: 'a1'`. */
export type Asked = { readonly id: string; readonly owner: string; readonly askedIf?: string; readonly judge?: string };

export function givenChecklist(asked: readonly Asked[]): Checklist {
  return checklistSchema.parse({
    id: 'test',
    title: 'Test checklist',
    version: '1.0.0',
    licence: 'CC0-1.0',
    sections: [...new Set(asked.map(({ id }) => sectionOf(id)))].map((id) => ({ id, title: id, level: 2 })),
    prompts: asked.map(({ id, askedIf }) => ({
      id,
      section: sectionOf(id),
      number: '1',
      text: `Is ${id} so?`,
      answer: { kind: 'verdict' },
      outcome: { by: 'verdict', outcomes: { yes: 'meets', no: 'falls short', partly: 'to be judged' } },
      good: 'Yes.',
      evidence: { need: 'welcome', accepted: 'anything' },
      owner: 'somebody',
      severity: 'high',
      frequency: 'annual',
      minutes: 3,
      ...(askedIf && { askedIf: { prompt: askedIf, verdict: ['no'] } }),
    })),
  });
}

/** Prompt ids are `section.name`. */
function sectionOf(id: string): string {
  return id.slice(0, id.indexOf('.'));
}

export type Opening = Partial<Omit<ReviewOpened, 'items' | 'policy'>> & {
  readonly asked?: readonly Asked[];
  readonly policy?: Partial<ReviewOpened['policy']>;
  readonly at?: Instant;
};

/** Opened Monday 23 November 2026 at nine in Stockholm, due Friday 4 December, deadline Friday 18 December. */
export function givenReview({ asked = twoOwners, at = '2026-11-23T08:00:00.000Z', policy, ...given }: Opening = {}) {
  const checklist = givenChecklist(asked);
  const items = asked.map(({ id, owner, judge }) => ({
    prompt: id,
    section: sectionOf(id),
    asked: 'first review',
    owner,
    ...(judge && { judge }),
  }));
  const event = reviewOpened.parse({
    type: 'ReviewOpened',
    program: 'program',
    title: 'Security review',
    scope: 'Production',
    period: { from: '2026-08-23', to: '2026-11-22' },
    tick: at,
    zone: 'Europe/Stockholm',
    checklist: { id: checklist.id, version: checklist.version, hash: 'hash' },
    demo: false,
    lead: 'lead',
    approvers: ['approver', 'second-approver'],
    channel: 'channel:program',
    policy: policy ?? {},
    settings: {},
    standards: [],
    due: '2026-12-04',
    deadline: '2026-12-18',
    items,
    accountable: Object.fromEntries(checklist.sections.map(({ id }) => [id, 'accountable'])),
    ...given,
  });
  return { checklist, ...foldedFrom(evolveReview(undefined, recordedReview(event, { at })), 1) };
}

const twoOwners: readonly Asked[] = [
  { id: 'a.one', owner: 'anna' },
  { id: 'a.two', owner: 'anna' },
  { id: 'b.one', owner: 'bo' },
];

export type Folded = {
  readonly review: Review;
  /** The same review after one more event. */
  readonly and: (event: ReviewEvent, act: { readonly at: Instant; readonly by?: By }) => Folded;
};

function foldedFrom(review: Review, version: number): Folded {
  return {
    review,
    and: (event, { at, by = 'muster' }) =>
      foldedFrom(evolveReview(review, recordedReview(event, { at, by, version: version + 1 })), version + 1),
  };
}

export function recordedReview(
  event: ReviewEvent,
  { at, by = 'muster', version = 1 }: { at: Instant; by?: By; version?: number },
): Recorded<ReviewEvent> {
  return {
    id: `event-${version}`,
    stream: { kind: 'review', id: 'review' },
    version,
    at,
    by,
    source: { via: 'schedule' },
    event,
    previous: '',
    hash: `hash-${version}`,
  };
}

/** An answer as an event. The checklist above says yes meets, no falls short, partly is to be judged. */
export function answerTo(prompt: string, verdict: 'yes' | 'no' | 'partly' = 'yes', revision = 1): ReviewEvent {
  const outcome: Outcome = ({ yes: 'meets', no: 'falls short', partly: 'to be judged' } as const)[verdict];
  const answer = { status: 'answered', response: { kind: 'verdict', verdict }, evidence: [] } as const;
  return { type: 'QuestionAnswered', prompt, revision, answer: { ...answer, evidence: [] }, outcome };
}
