/** Opens what is due: the first step of the world telling us something. Safe to repeat, and to run on every replica. */
import { type Decision, isRefusal, type ProgramId, type Refusal, type ReviewId } from '../domain/event.ts';
import { decideProgram } from '../domain/program/decide.ts';
import { nextTick, type Program } from '../domain/program/program.ts';
import type { ReviewEvent, ReviewOpened } from '../domain/review/events.ts';
import { openingOf, reviewIdOf } from '../domain/review/opening.ts';
import type { Review } from '../domain/review/review.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Actor } from './desk.ts';
import type { Ports } from './ports.ts';
import { planNext, toProgram } from './register.ts';
import { runningReview } from './running-review.ts';
import { bySchedule, soon, wake } from './soon.ts';

type Opening = Pick<Ports, 'store' | 'readings' | 'checklists' | 'cadences' | 'clock' | 'alarms' | 'calendars' | 'log'>;

/** Opens the review whose time has come, if it has, and plans the next. */
export async function openDue(ports: Opening, id: ProgramId): Promise<ReviewId | undefined> {
  const current = await ports.store.current({ kind: 'program', id });
  if (!current) return undefined;
  const program = current.state;
  const tick = nextTick(program);
  if (!tick || tick > ports.clock.now()) {
    await planNext(ports, program);
    return undefined;
  }
  const review = await openFor(ports, program, tick);
  await planNext(ports, await afterwards(ports, id));
  return review;
}

/** Opens one now, whatever the calendar says, when that person may. */
export async function openNow(
  ports: Opening,
  id: ProgramId,
  actor: Actor | typeof bySchedule,
): Promise<ReviewId | Refusal> {
  const tick = ports.clock.now();
  const current = await ports.store.current({ kind: 'program', id });
  const running = current && (await runningReview(ports, current.state));
  if (running) {
    return { refused: 'not possible', sentence: `${running.id} is open already; \`status\` shows it.` };
  }
  const planned = await ports.store.change(
    { kind: 'program', id },
    { ...actor, decide: (state) => decideProgram(state, { does: 'open now', tick }, actor.by) },
  );
  if (isRefusal(planned)) return planned;
  const opened = await openDue(ports, id);
  return (
    opened ?? { refused: 'not possible', sentence: 'A review of this program is open already; `status` shows it.' }
  );
}

async function openFor(ports: Opening, program: Program, tick: Instant): Promise<ReviewId | undefined> {
  const running = await runningReview(ports, program);
  if (running) {
    const because = `the review before it, ${running.id}, was still open`;
    await toProgram(ports, program.id, { does: 'note missed', tick, because });
    ports.log.warn({ program: program.id, tick }, 'A review was not opened, because the one before it is still open.');
    return undefined;
  }
  const id = reviewIdOf(program, tick);
  await begin(ports, program, tick, id);
  await toProgram(ports, program.id, { does: 'note held', tick, review: id });
  await wake(ports, { look: 'review', id, at: soon(ports.clock.now()) });
  ports.log.info({ program: program.id, review: id }, 'A review was opened.');
  return id;
}

async function begin(ports: Opening, program: Program, tick: Instant, id: ReviewId): Promise<void> {
  const [checklist, last] = await Promise.all([
    ports.checklists.byHash(program.checklistHash),
    ports.readings.lastAnswers(program.id),
  ]);
  const calendar = ports.calendars.calendarFor({ zone: program.settings.cadence.zone });
  const decide = (review: Review | undefined, at: Instant): Decision<ReviewEvent> => ({
    events: review ? [] : beginningOf(openingOf({ program, checklist, last, tick, at, calendar })),
  });
  const begun = await ports.store.change({ kind: 'review', id }, { ...bySchedule, decide });
  if (isRefusal(begun)) throw new Error(`Review ${id}: ${begun.sentence}`);
}

/** A review that asks nothing is complete as it opens. */
function beginningOf(opened: ReviewOpened): readonly ReviewEvent[] {
  return opened.items.some(({ asked }) => asked) ? [opened] : [opened, { type: 'ReviewCompleted' }];
}

async function afterwards(ports: Opening, id: ProgramId): Promise<Program> {
  const current = await ports.store.current({ kind: 'program', id });
  if (!current) throw new Error(`Program ${id} is gone.`);
  return current.state;
}
