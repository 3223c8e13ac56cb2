/** What every page of the workspace shows around its middle: who is here, which review runs, what is next. */
import type { Checklist } from '../../domain/checklist/checklist.ts';
import type { Head, ProgramId, ReviewId } from '../../domain/event.ts';
import type { Paused } from '../../domain/paused.ts';
import type { People, Person } from '../../domain/people.ts';
import type { Program } from '../../domain/program/program.ts';
import { openItems } from '../../domain/review/asked.ts';
import type { Review } from '../../domain/review/review.ts';
import { type Summary, summarise } from '../../domain/review/summary.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ReviewRow } from '../../flow/ports/readings.ts';
import type { WorkspaceOptions } from './options.ts';
import { type RecordLine, recordLines } from './record-lines.ts';

export type OpenReview = {
  readonly review: Review;
  readonly checklist: Checklist;
  readonly head: Head;
  readonly summary: Summary;
};

export type House = {
  /** The notifier's count before anything was read: what changed since then may be missing here. */
  readonly asOf: number;
  readonly now: Instant;
  readonly viewer: Person;
  readonly people: People;
  /** Everybody who can be played here, with how many prompts wait for them. */
  readonly residents: readonly { readonly person: Person; readonly open: number }[];
  readonly programs: readonly Program[];
  /** Newest first. */
  readonly reviews: readonly ReviewRow[];
  /** The one the right rail and the pages speak of. */
  readonly shown: OpenReview | undefined;
  readonly next: readonly { readonly at: Instant; readonly sentence: string }[];
  readonly latest: readonly RecordLine[];
  readonly demo: boolean;
  readonly paused: readonly Paused[];
};

const latestEvents = 8;
/** Steps on the way to a message: the record's own page tells them. */
const steps: ReadonlySet<string> = new Set(['DutiesFellDue', 'DeliveryPlanned', 'DeliveryClaimed', 'ReviewPlanned']);

/** Undefined when nobody has that key: then there is no such page. */
export async function houseOf(
  options: WorkspaceOptions,
  { as, review }: { as: string; review?: string | undefined },
): Promise<House | undefined> {
  const asOf = options.notifier.count();
  const people = await options.directory.people();
  const here = residentsOf(people);
  const viewer = here.find((person) => person.key === as);
  if (!viewer) return undefined;
  const [programs, reviews, next] = await Promise.all([
    programsOf(options),
    options.readings.reviews(),
    options.desk.upcoming(12),
  ]);
  const open = await reviewsOf(
    options,
    reviews.filter(isRunning).map((row) => row.id),
  );
  const shown = await shownOf(options, reviews, open, review);
  const recent = await options.readings.record({ limit: latestEvents * 5 });
  const rows = recent.filter((row) => !steps.has(row.type)).slice(0, latestEvents);
  return {
    asOf,
    now: options.clock.now(),
    viewer,
    people,
    residents: here.map((person) => ({ person, open: waitingFor(person, open) })),
    programs,
    reviews,
    shown,
    next: distinct(next).slice(0, 3),
    latest: await recordLines(options, rows, people),
    paused: await options.connections.paused(),
    demo: programs.some((program) => program.settings.demo),
  };
}

/** Who lives in the workspace; people on chat platforms are reached there. */
export function residentsOf(people: People): readonly Person[] {
  return [...people.values()].filter((person) => person.platform === 'workspace');
}

// Several sections may owe one person the same at the same moment: that is one thing to wait for.
function distinct(next: House['next']): House['next'] {
  const said = new Map(next.map((one) => [`${one.at} ${one.sentence}`, one]));
  return [...said.values()];
}

function isRunning(row: ReviewRow): boolean {
  return row.status === 'open' || row.status === 'complete';
}

async function programsOf({ readings, store }: WorkspaceOptions): Promise<readonly Program[]> {
  const ids = await readings.programs();
  const found = await Promise.all(ids.map((id: ProgramId) => store.current({ kind: 'program', id })));
  return found.flatMap((current) => current?.state ?? []);
}

async function reviewsOf(options: WorkspaceOptions, ids: readonly ReviewId[]): Promise<readonly OpenReview[]> {
  const found = await Promise.all(ids.map((id) => reviewOf(options, id)));
  return found.flatMap((review) => review ?? []);
}

async function reviewOf({ store, checklists }: WorkspaceOptions, id: ReviewId): Promise<OpenReview | undefined> {
  const current = await store.current({ kind: 'review', id });
  if (!current) return undefined;
  const { state: review, head } = current;
  const checklist = await checklists.byHash(review.checklist.hash);
  return { review, checklist, head, summary: summarise(review, checklist) };
}

// The one asked for, else the newest that runs, else the newest.
async function shownOf(
  options: WorkspaceOptions,
  rows: readonly ReviewRow[],
  open: readonly OpenReview[],
  wanted: string | undefined,
): Promise<OpenReview | undefined> {
  const id = rows.find((row) => row.id === wanted)?.id ?? open[0]?.review.id ?? rows[0]?.id;
  if (id === undefined) return undefined;
  return open.find(({ review }) => review.id === id) ?? (await reviewOf(options, id));
}

function waitingFor(person: Person, open: readonly OpenReview[]): number {
  return open.reduce((sum, { review, checklist }) => sum + openItems(review, checklist, person.id).length, 0);
}
