/** Records what a person asks for, as far as they may: the other step of the world telling us something. */
import type { Intent, ReviewIntent } from '../domain/card/intent.ts';
import { isRefusal, type Recorded, type Refusal, type ReviewId } from '../domain/event.ts';
import { pausedInShort } from '../domain/paused.ts';
import { decideProgram } from '../domain/program/decide.ts';
import { decideReview } from '../domain/review/decide.ts';
import type { ReviewEvent } from '../domain/review/events.ts';
import type { Actor, Done } from './desk.ts';
import { loadForAct } from './load-review.ts';
import { openNow } from './open.ts';
import type { Ports } from './ports.ts';
import { whatWasRecorded } from './recorded-sentence.ts';
import { soon, wake } from './soon.ts';

/** Resolves after the commit: what was acknowledged is kept. */
export async function record(ports: Ports, intent: Intent, actor: Actor): Promise<Done | Refusal> {
  switch (intent.does) {
    case 'open': {
      const opened = await openNow(ports, intent.program, actor);
      if (typeof opened !== 'string') return opened;
      return {
        done: true,
        sentence: `The review is open. Its owners are asked in their working hours.${pausedInShort(await ports.connections.paused())}`,
        view: { show: 'status', review: opened },
      };
    }
    case 'note change':
      return noteChange(ports, intent, actor);
    default:
      return recordInReview(ports, intent, actor);
  }
}

async function recordInReview(ports: Ports, intent: ReviewIntent, actor: Actor): Promise<Done | Refusal> {
  const loaded = await loadForAct(ports, intent.review);
  if (!loaded) return noSuchReview;
  const { checklist, people, calendarOf, programId } = loaded;
  const calendar = calendarOf(programId);
  const changed = await ports.store.change(
    { kind: 'review', id: intent.review },
    {
      ...actor,
      decide: (state, at) =>
        state ? decideReview(state, intent, { by: actor.by, at, checklist, people, calendar }) : noSuchReview,
    },
  );
  if (isRefusal(changed)) return changed;
  setOff(ports, intent.review, changed.events);
  const sentence = whatWasRecorded(intent, changed.events, { people, review: changed.state });
  const paused = sendsWord.has(intent.does) ? await ports.connections.paused() : [];
  const asOf = { review: intent.review, version: changed.head.version };
  return { done: true, sentence: `${sentence}${pausedInShort(paused)}`, asOf };
}

/** After these somebody is told to be written to; whoever answers need not wait for one more question to the database. */
const sendsWord: ReadonlySet<ReviewIntent['does']> = new Set(['hand over', 'reassign', 'remind', 'close']);

const noSuchReview: Refusal = {
  refused: 'unknown',
  sentence: 'There is no such review. `status` lists those there are.',
};

/**
 * What follows from it is the next step's. Whoever pressed is not kept waiting for the queue: what was committed is
 * acknowledged, and without an alarm the sweep finds it.
 */
function setOff(ports: Ports, review: ReviewId, events: readonly Recorded<ReviewEvent>[]): void {
  if (events.length === 0) return;
  const set = wake(ports, { look: 'review', id: review, at: soon(ports.clock.now()) });
  set.catch((error) => ports.log.error({ err: error, review }, 'A review could not be woken; the sweep will.'));
}

async function noteChange(
  ports: Ports,
  intent: Extract<Intent, { does: 'note change' }>,
  actor: Actor,
): Promise<Done | Refusal> {
  const changed = await ports.store.change(
    { kind: 'program', id: intent.program },
    { ...actor, decide: (state) => decideProgram(state, intent, actor.by) },
  );
  return isRefusal(changed) ? changed : { done: true, sentence: 'Noted. The next review asks this again.' };
}
