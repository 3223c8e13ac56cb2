/** Who would be asked what, and when, if the next review opened at its time. Changes nothing. */
import { atTheTerminal } from '../../domain/at-the-terminal.ts';
import type { Checklist } from '../../domain/checklist/checklist.ts';
import { promptOf } from '../../domain/checklist/checklist.ts';
import { sectionTitle } from '../../domain/checklist/section-path.ts';
import { severityOf } from '../../domain/checklist/severity.ts';
import type { PersonId, ProgramId, Recorded, Refusal } from '../../domain/event.ts';
import { nameOf, type People } from '../../domain/people.ts';
import { nextTick } from '../../domain/program/program.ts';
import { agenda } from '../../domain/review/agenda.ts';
import { openItems } from '../../domain/review/asked.ts';
import type { Appointment } from '../../domain/review/duty.ts';
import type { ReviewEvent } from '../../domain/review/events.ts';
import { evolveReview } from '../../domain/review/evolve.ts';
import { openingOf, reviewIdOf } from '../../domain/review/opening.ts';
import type { Review } from '../../domain/review/review.ts';
import { nextWorkingMoment } from '../../domain/time/working-time.ts';
import type { Preview } from '../office-rows.ts';
import type { Ports } from '../ports.ts';

type Previewing = Pick<
  Ports,
  'store' | 'readings' | 'checklists' | 'directory' | 'calendars' | 'clock' | 'cadences' | 'connections'
>;

export async function preview(ports: Previewing, id: ProgramId, at?: string): Promise<Preview | Refusal> {
  const current = await ports.store.current({ kind: 'program', id });
  if (!current)
    return { refused: 'unknown', sentence: `There is no program ${id}. ${atTheTerminal('programs')} lists them.` };
  const program = current.state;
  const { cadence } = program.settings;
  const tick = at ?? nextTick(program) ?? ports.cadences.next(cadence, ports.clock.now());
  const checklist = await ports.checklists.byHash(program.checklistHash);
  const last = await ports.readings.lastAnswers(id);
  const calendar = ports.calendars.calendarFor(cadence);
  const event = openingOf({ program, checklist, last, tick, at: tick, calendar });
  const review = evolveReview(undefined, asIfRecorded(reviewIdOf(program, tick), event, tick));
  const people = await ports.directory.people();
  const seen = inFull(ports, review, checklist, people);
  const reached = new Set(seen.people.map(({ id }) => people.get(id)?.platform));
  const paused = await ports.connections.paused();
  return { ...seen, paused: paused.filter(({ platform }) => reached.has(platform)) };
}

type Alone = Omit<Preview, 'paused'>;

function inFull(ports: Previewing, review: Review, checklist: Checklist, people: People): Alone {
  const { id, programId, title, scope, demo, zone, period, tick: opens, due, deadline } = review;
  const named = (person: PersonId) => ({ id: person, name: nameOf(people, person) });
  const calendarOf = (who: string) => ports.calendars.calendarFor(people.get(who) ?? { zone });
  const appointments = agenda(review, checklist, calendarOf);
  const owners = [...new Set(openItems(review, checklist).map(({ owner }) => owner))];
  return {
    id: `${id}-preview`,
    programId,
    title,
    scope,
    demo,
    zone,
    period,
    opens,
    due,
    deadline,
    lead: named(review.lead),
    approvers: review.approvers.map(named),
    people: owners.map((owner) => {
      const theirs = openItems(review, checklist, owner);
      const hears = hearsAt(appointments, owner).map((at) => nextWorkingMoment(calendarOf(owner), at));
      const minutes = theirs.reduce((sum, { prompt }) => sum + promptOf(checklist, prompt).minutes, 0);
      return {
        ...named(owner),
        zone: calendarOf(owner).zone,
        prompts: theirs.length,
        minutes,
        hears: [...new Set(hears)],
      };
    }),
    prompts: checklist.prompts.flatMap(({ id: prompt }) => {
      const item = review.items.get(prompt);
      return item ? [promptRow(review, checklist, item, named)] : [];
    }),
  };
}

/** What reaches an owner if nobody answers. What concerns them as lead or approver is not counted here. */
function hearsAt(appointments: readonly Appointment[], owner: PersonId): readonly string[] {
  return appointments.flatMap((one) =>
    one.does === 'tell' && one.to === owner && one.subject === owner ? [one.at] : [],
  );
}

function promptRow(
  review: Review,
  checklist: Checklist,
  {
    prompt: id,
    section,
    owner,
    asked,
    validUntil,
  }: { prompt: string; section: string; owner: string; asked?: string; validUntil?: string },
  named: (person: PersonId) => { id: string; name: string },
): Preview['prompts'][number] {
  const prompt = promptOf(checklist, id);
  return {
    id,
    programId: review.programId,
    ...(prompt.number && { number: prompt.number }),
    section,
    sectionTitle: sectionTitle(checklist, section),
    text: prompt.text,
    severity: severityOf(prompt, review.standards),
    minutes: prompt.minutes,
    owner: named(owner),
    ...(asked && { asked }),
    ...(validUntil && { validUntil }),
  };
}

function asIfRecorded(id: string, event: ReviewEvent, at: string): Recorded<ReviewEvent> {
  const stream = { kind: 'review', id } as const;
  return { id, stream, version: 1, at, by: 'muster', source: { via: 'terminal' }, event, previous: '', hash: '' };
}
