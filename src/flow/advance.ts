/** Notes in a review what fell due, and sets the alarm for what comes next. Answers nobody; tells nobody. */
import { isRefusal, type ReviewId } from '../domain/event.ts';
import { decideProgram } from '../domain/program/decide.ts';
import { handoverKey } from '../domain/program/program.ts';
import { agenda } from '../domain/review/agenda.ts';
import type { ReviewCommand } from '../domain/review/command.ts';
import { decideReview } from '../domain/review/decide.ts';
import { type Appointment, dutyIn } from '../domain/review/duty.ts';
import type { Review } from '../domain/review/review.ts';
import type { Instant } from '../domain/time/instant.ts';
import { type LoadedReview, loadReview } from './load-review.ts';
import type { Ports } from './ports.ts';
import { bySchedule, soon, wake } from './soon.ts';

type Advancing = Pick<Ports, 'store' | 'checklists' | 'directory' | 'calendars' | 'alarms' | 'clock' | 'log'>;

/** Ends with either an alarm for the next appointment, or a review that is over: law 1. Says whether it noted anything. */
export async function advance(ports: Advancing, id: ReviewId): Promise<boolean> {
  const now = ports.clock.now();
  let before: LoadedReview | undefined;
  // Closing makes new appointments, some of them due at once. Each round records something, or is the last.
  for (;;) {
    const loaded = await loadReview(ports, id);
    if (!loaded) return false;
    const appointments = agenda(loaded.review, loaded.checklist, loaded.calendarOf);
    const due = appointments.filter(({ at }) => at <= now);
    const stuck = before?.head.version === loaded.head.version;
    if (due.length === 0 || stuck) {
      await takeOver(ports, loaded.review);
      // Stuck, because the database's clock is behind this one: it is asked again in a moment.
      await setNext(ports, id, stuck ? soon(now) : appointments[0]?.at);
      return before !== undefined;
    }
    await noteDue(ports, loaded, due);
    before = loaded;
  }
}

async function noteDue(ports: Advancing, loaded: LoadedReview, due: readonly Appointment[]): Promise<void> {
  const duties = due.flatMap((appointment) => dutyIn(appointment) ?? []);
  const ends = due.find((appointment) => appointment.does !== 'tell');
  if (duties.length > 0) await toReview(ports, loaded, { does: 'note duties', duties });
  if (ends) await toReview(ports, loaded, { does: ends.does === 'lapse' ? 'lapse' : 'close on time' });
  const at = soon(ports.clock.now());
  for (const contact of new Set(duties.map(({ to }) => to))) await wake(ports, { look: 'contact', id: contact, at });
}

/** "From now on" is a fact of the program. An append touches one stream, so it is a step of its own, safe to repeat. */
async function takeOver({ store }: Pick<Ports, 'store'>, review: Review): Promise<void> {
  const program = { kind: 'program', id: review.programId } as const;
  for (const [handover, { lasting, by, prompts, to }] of review.handovers.entries()) {
    const after = { review: review.id, handover };
    if (!lasting || (await store.current(program))?.state.taken.has(handoverKey(after))) continue;
    const command = { does: 'change owner', prompts, to, after } as const;
    await store.change(program, { ...bySchedule, by, decide: (state) => decideProgram(state, command, by) });
  }
}

async function setNext(ports: Advancing, id: ReviewId, at: Instant | undefined): Promise<void> {
  if (at) await wake(ports, { look: 'review', id, at });
}

export async function toReview(
  ports: Pick<Ports, 'store'>,
  loaded: LoadedReview,
  command: ReviewCommand,
): Promise<Review> {
  const { review, checklist, people, calendarOf } = loaded;
  const calendar = calendarOf(review.programId);
  const changed = await ports.store.change(
    { kind: 'review', id: review.id },
    {
      ...bySchedule,
      decide: (state, at) =>
        state ? decideReview(state, command, { by: 'muster', at, checklist, people, calendar }) : { events: [] },
    },
  );
  if (isRefusal(changed))
    throw new Error(`Review ${review.id} refused its own step “${command.does}”: ${changed.sentence}`);
  return changed.state;
}
