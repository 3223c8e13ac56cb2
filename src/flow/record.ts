/** Records what a person asks for, as far as they may: the other step of the world telling us something. */
import type { Intent, ReviewIntent } from '../domain/card/intent.ts';
import { isRefusal, type Recorded, type Refusal } from '../domain/event.ts';
import { decideProgram } from '../domain/program/decide.ts';
import { decideReview } from '../domain/review/decide.ts';
import type { ReviewEvent } from '../domain/review/events.ts';
import type { Actor, Done } from './desk.ts';
import { type LoadedReview, loadReview } from './load-review.ts';
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
        sentence: 'The review is open. Its owners are asked now.',
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
  const loaded = await loadReview(ports, intent.review);
  if (!loaded) return { refused: 'unknown', sentence: 'There is no such review. `status` lists those there are.' };
  const { checklist, people, calendarOf, review } = loaded;
  const calendar = calendarOf(review.programId);
  const changed = await ports.store.change(
    { kind: 'review', id: review.id },
    {
      ...actor,
      decide: (state, at) => decideReview(state ?? review, intent, { by: actor.by, at, checklist, people, calendar }),
    },
  );
  if (isRefusal(changed)) return changed;
  await setOff(ports, loaded, changed.events);
  return { done: true, sentence: whatWasRecorded(intent, changed.events, loaded) };
}

/** What follows from it elsewhere. All of it is repeated by the sweep if the process ends in between. */
async function setOff(ports: Ports, { review }: LoadedReview, events: readonly Recorded<ReviewEvent>[]): Promise<void> {
  if (events.length === 0) return;
  await keepLastingOwners(ports, review.programId, events);
  await wake(ports, { look: 'review', id: review.id, at: soon(ports.clock.now()) });
}

/** "From now on" is a fact of the program; an append touches one stream, so it is a step of its own. */
export async function keepLastingOwners(
  ports: Pick<Ports, 'store'>,
  program: string,
  events: readonly Recorded<ReviewEvent>[],
): Promise<void> {
  for (const { event, by, source, stream } of events) {
    if (event.type !== 'PromptsHandedOver' || !event.lasting) continue;
    const command = { does: 'change owner', prompts: event.prompts, to: event.to, review: stream.id } as const;
    await ports.store.change(
      { kind: 'program', id: program },
      { by, source, decide: (state) => decideProgram(state, command, by) },
    );
  }
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
