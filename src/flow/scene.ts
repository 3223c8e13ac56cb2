/** Gathers what a card is drawn from: the reviews its view speaks of, and what was told about them. */
import type { Card } from '../domain/card/card.ts';
import { draw } from '../domain/card/draw.ts';
import type { ReviewScene, Scene } from '../domain/card/scene.ts';
import type { View } from '../domain/card/view.ts';
import { ahead } from '../domain/contact/heard.ts';
import type { ContactId, ReviewId } from '../domain/event.ts';
import { agenda } from '../domain/review/agenda.ts';
import { closesOn } from '../domain/review/agenda-ending.ts';
import { loadReview } from './load-review.ts';
import { newestReviews } from './newest-reviews.ts';
import type { AsOf } from './ports/event-store.ts';
import type { Ports } from './ports.ts';
import { programsOf } from './program-scenes.ts';
import { toldAbout, uncertainAbout } from './told.ts';

export type Staging = Pick<
  Ports,
  'store' | 'checklists' | 'directory' | 'calendars' | 'clock' | 'readings' | 'connections'
>;

export type For = { readonly viewer: ContactId; readonly asOf?: AsOf | undefined };

export async function drawFor(ports: Staging, view: View, { viewer, asOf }: For): Promise<Card> {
  const scene = await sceneFor(ports, viewer, await reviewsIn(ports, view), { show: view.show, asOf });
  const paused = tellsOfPauses.has(view.show) ? { paused: await ports.connections.paused() } : {};
  const programs = view.show === 'mine' ? { programs: await programsOf(ports, viewer) } : {};
  return draw(view, { ...scene, ...paused, ...programs });
}

/** Where somebody looks for how things stand. Elsewhere a click need not wait for one more question to the database. */
const tellsOfPauses: ReadonlySet<View['show']> = new Set(['status', 'mine', 'why']);

type Looking = { readonly show?: View['show'] | undefined; readonly asOf?: AsOf | undefined };

/** With what was told, still comes or perhaps never arrived only where `show` speaks of it. */
export async function sceneFor(
  ports: Staging,
  viewer: ContactId,
  ids: readonly ReviewId[],
  { show, asOf }: Looking = {},
): Promise<Scene> {
  const people = await ports.directory.people();
  const reviews = await Promise.all(ids.map((id) => reviewScene(ports, id, { viewer, show, asOf })));
  const present = reviews.filter((scene) => scene !== undefined);
  return {
    now: ports.clock.now(),
    viewer,
    zone: people.get(viewer)?.zone ?? present[0]?.review.zone ?? 'UTC',
    people,
    reviews: new Map(present.map((scene) => [scene.review.id, scene])),
  };
}

/** What is not over, and of each program the newest that is: enough for `mine`, `status` and every command. */
export async function reviewsAtHand(ports: Pick<Ports, 'readings'>): Promise<readonly ReviewId[]> {
  const rows = await ports.readings.reviews();
  const newest = newestReviews(rows);
  const over = new Set(['signed off', 'lapsed']);
  return rows.filter((row) => !over.has(row.status) || newest.get(row.programId) === row.id).map(({ id }) => id);
}

async function reviewsIn(ports: Pick<Ports, 'readings'>, view: View): Promise<readonly ReviewId[]> {
  if ('review' in view) return [view.review];
  if (view.show === 'notice') return [...new Set(view.duties.map(({ review }) => review))];
  return reviewsAtHand(ports);
}

async function reviewScene(
  ports: Staging,
  id: ReviewId,
  { viewer, show, asOf }: Looking & For,
): Promise<ReviewScene | undefined> {
  const loaded = await loadReview(ports, id, asOf?.review === id ? asOf.version : undefined);
  if (!loaded) return undefined;
  const { review, checklist, head, calendarOf } = loaded;
  const ends = review.status === 'complete' && { closesOn: closesOn(review, calendarOf(review.programId)) };
  const scene = { review, checklist, head, ...ends };
  if (show === 'why') {
    const told = await toldAbout(ports, id, viewer);
    const hearing = { contact: viewer, calendar: calendarOf(viewer), now: ports.clock.now() };
    return { ...scene, told, ahead: ahead(agenda(review, checklist, calendarOf), hearing) };
  }
  if (show === 'status' && viewer === review.lead) return { ...scene, uncertain: await uncertainAbout(ports, id) };
  return scene;
}
