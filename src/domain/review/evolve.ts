/** evolve(state, event) → state. State is only ever a fold. */
import type { Recorded } from '../event.ts';
import { redactWords } from '../redact.ts';
import type { Instant } from '../time/instant.ts';
import type { ReviewEvent } from './events.ts';
import type { Item, Review } from './review.ts';

export function evolveReview(review: Review | undefined, recorded: Recorded<ReviewEvent>): Review {
  const { event } = recorded;
  if (event.type === 'ReviewOpened') return opened(recorded.stream.id, event, recorded.at);
  if (!review) throw new Error(`Review ${recorded.stream.id} does not begin with ReviewOpened but ${event.type}.`);
  switch (event.type) {
    case 'QuestionAnswered':
      return answered(review, event, recorded);
    case 'AnswerJudged': {
      const judged = withItem(review, event.prompt, (item) => ({
        ...item,
        judgement: {
          revision: event.revision,
          outcome: event.outcome,
          reason: event.reason,
          by: recorded.by,
          at: recorded.at,
        },
      }));
      return { ...judged, took: withOne(review.took, recorded.by) };
    }
    case 'PromptsHandedOver': {
      const { to, from, prompts, lasting, reason } = event;
      const moved = prompts.reduce((so, id) => withItem(so, id, (item) => ({ ...item, owner: to })), review);
      return {
        ...moved,
        handovers: [
          ...review.handovers,
          { to, from, prompts, lasting, by: recorded.by, at: recorded.at, ...(reason && { reason }) },
        ],
      };
    }
    case 'PersonSnoozed':
      return {
        ...review,
        snoozed: new Map(review.snoozed).set(event.person, { until: event.until, at: recorded.at }),
      };
    case 'OwnerUnreachable': {
      const times = (review.timesUnreachable.get(event.person) ?? 0) + 1;
      const entry = { why: event.why, at: recorded.at, times };
      return {
        ...review,
        unreachable: new Map(review.unreachable).set(event.person, entry),
        timesUnreachable: new Map(review.timesUnreachable).set(event.person, times),
      };
    }
    case 'OwnerReachable':
      return { ...review, unreachable: without(review.unreachable, event.person) };
    case 'ReminderRequested': {
      const count = (review.nudges.get(event.person)?.count ?? 0) + 1;
      return { ...review, nudges: new Map(review.nudges).set(event.person, { count, at: recorded.at }) };
    }
    case 'DutiesFellDue': {
      const duties = new Map(review.duties);
      for (const duty of event.duties) duties.set(duty.key, recorded.at);
      return { ...review, duties };
    }
    case 'ReviewCompleted':
      return { ...review, status: 'complete', completedAt: recorded.at };
    case 'ReviewReopened': {
      const { completedAt: _, ...rest } = review;
      return { ...rest, status: 'open' };
    }
    case 'ReviewClosed': {
      const { type: _, ...closing } = event;
      const head = { version: recorded.version, hash: recorded.hash };
      return { ...review, status: 'closed', closed: { ...closing, at: recorded.at, signFrom: recorded.at, head } };
    }
    case 'ReviewSignedOff': {
      const { statement, answerSet } = event;
      return { ...review, status: 'signed off', signOff: { by: recorded.by, at: recorded.at, statement, answerSet } };
    }
    case 'SignOffVoided':
      return {
        ...review,
        status: 'closed',
        timesVoided: review.timesVoided + 1,
        ...(review.closed && { closed: { ...review.closed, signBy: event.signBy, signFrom: recorded.at } }),
        ...(review.signOff && { signOff: { ...review.signOff, voided: event.because } }),
      };
    case 'ReviewLapsed':
      return { ...review, status: 'lapsed' };
    case 'TextRedacted':
      return redactWords(review, event.seal);
    default:
      return event satisfies never;
  }
}

function opened(id: string, event: Extract<ReviewEvent, { type: 'ReviewOpened' }>, at: Instant): Review {
  const { type: _, items, ...settings } = event;
  return {
    ...settings,
    id,
    programId: event.program,
    status: 'open',
    openedAt: at,
    items: new Map(items.map((item) => [item.prompt, { ...item, answers: [] }])),
    duties: new Map(),
    handovers: [],
    nudges: new Map(),
    snoozed: new Map(),
    unreachable: new Map(),
    timesUnreachable: new Map(),
    timesVoided: 0,
    took: new Set(),
  };
}

function answered(
  review: Review,
  event: Extract<ReviewEvent, { type: 'QuestionAnswered' }>,
  { by, at }: { by: string; at: Instant },
): Review {
  const { type: _, prompt, ...given } = event;
  const next = withItem(review, prompt, (item) => ({ ...item, answers: [...item.answers, { ...given, by, at }] }));
  return { ...next, took: withOne(review.took, by) };
}

function withItem(review: Review, id: string, change: (item: Item) => Item): Review {
  const item = review.items.get(id);
  if (!item) throw new Error(`Review ${review.id} does not hold the prompt ${id}.`);
  return { ...review, items: new Map(review.items).set(id, change(item)) };
}

function withOne<V>(set: ReadonlySet<V>, value: V): ReadonlySet<V> {
  return set.has(value) ? set : new Set(set).add(value);
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}
