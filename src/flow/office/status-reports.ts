/** Where reviews stand, in numbers with their denominators: for `muster status`. */
import { atTheTerminal } from '../../domain/at-the-terminal.ts';
import type { PersonId, Refusal, ReviewId } from '../../domain/event.ts';
import { nameOf } from '../../domain/people.ts';
import { drift } from '../../domain/program/owners.ts';
import { askedItems } from '../../domain/review/asked.ts';
import { currentAnswer } from '../../domain/review/review.ts';
import { summarise, type Tally } from '../../domain/review/summary.ts';
import { type LoadedReview, loadReview } from '../load-review.ts';
import { newestReviews } from '../newest-reviews.ts';
import type { StatusReport } from '../office-rows.ts';
import type { Ports } from '../ports.ts';
import { uncertainAbout } from '../told.ts';
import { agendaInWords, heldBackInWords, soonestFirst } from '../upcoming.ts';

type Looking = Pick<Ports, 'store' | 'readings' | 'checklists' | 'directory' | 'calendars' | 'connections'>;

/** `about` is a review or a program; without it the newest review of every program. */
export async function statusReports(ports: Looking, about?: string): Promise<readonly StatusReport[] | Refusal> {
  const ids = await reviewsAbout(ports, about);
  if (ids.length === 0 && about !== undefined) {
    const sentence = `There is no review and no program with a review called ${about}. ${atTheTerminal('reviews')} lists them.`;
    return { refused: 'unknown', sentence };
  }
  const loaded = await Promise.all(ids.map((id) => loadReview(ports, id)));
  return Promise.all(loaded.flatMap((one) => (one ? reportOf(ports, one) : [])));
}

async function reviewsAbout({ readings }: Looking, about: string | undefined): Promise<readonly ReviewId[]> {
  const rows = await readings.reviews();
  if (rows.some(({ id }) => id === about)) return about === undefined ? [] : [about];
  const newest = newestReviews(rows);
  return [...newest].filter(([program]) => about === undefined || program === about).map(([, id]) => id);
}

async function reportOf(ports: Looking, loaded: LoadedReview): Promise<StatusReport> {
  const { review, checklist, head, people } = loaded;
  const { id, programId, title, scope, period, zone, demo, status, openedAt, due, deadline, signOff } = review;
  const summary = summarise(review, checklist);
  const program = await ports.store.current({ kind: 'program', id: programId });
  return {
    ...numbers(summary),
    id,
    programId,
    title,
    scope,
    period,
    zone,
    demo,
    status,
    openedAt,
    due,
    deadline,
    sections: summary.sections.map((section) => ({
      ...numbers(section),
      id: section.section,
      title: section.title,
      accountable: nameOf(people, review.accountable[section.section] ?? review.lead),
    })),
    people: peopleOf(loaded),
    next: soonestFirst([...(await heldBackInWords(ports, loaded)), ...agendaInWords(loaded)]).slice(0, 5),
    drift: program
      ? drift(program.state.settings, checklist, program.state.owners).map(({ prompt, file, now }) => ({
          prompt,
          ...(file && { file: nameOf(people, file) }),
          now: nameOf(people, now),
        }))
      : [],
    head,
    uncertain: (await uncertainAbout(ports, id)).map(({ duty, at }) => ({
      to: people.has(duty.to) ? nameOf(people, duty.to) : 'the team channel',
      kind: duty.kind,
      at,
    })),
    ...channelOf(loaded),
    paused: [...(await ports.connections.paused())],
    ...(signOff && !signOff.voided && { signedOffBy: nameOf(people, signOff.by) }),
  };
}

function channelOf({ review }: LoadedReview): Pick<StatusReport, 'channelUnreachable'> {
  const known = review.channel === undefined ? undefined : review.unreachable.get(review.channel);
  return known ? { channelUnreachable: known.why } : {};
}

function peopleOf({ review, checklist, people }: LoadedReview): StatusReport['people'] {
  const asked = askedItems(review, checklist);
  const owners = [...new Set(asked.map(({ owner }) => owner))];
  return owners.map((owner: PersonId) => {
    const theirs = asked.filter((item) => item.owner === owner);
    const why = review.unreachable.get(owner)?.why;
    return {
      id: owner,
      name: nameOf(people, owner),
      asked: theirs.length,
      answered: theirs.filter(currentAnswer).length,
      ...(why && { unreachable: why }),
    };
  });
}

function numbers(tally: Tally): Tally {
  const { asked, answered, meets, fallsShort, toBeJudged, informational, unanswered, stillValid } = tally;
  return { asked, answered, meets, fallsShort, toBeJudged, informational, unanswered, stillValid };
}
