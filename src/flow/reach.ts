/** Whether a contact can be reached, as the lead of a review sees it; and what follows once they can be again. */
import { isUnderWay } from '../domain/contact/contact.ts';
import { type ContactId, isRefusal, type ReviewId } from '../domain/event.ts';
import { toReview } from './advance.ts';
import { loadReview } from './load-review.ts';
import type { Ports } from './ports.ts';
import { soon, wake } from './soon.ts';
import { toContact } from './to-contact.ts';

type Reaching = Pick<
  Ports,
  'store' | 'readings' | 'checklists' | 'directory' | 'calendars' | 'alarms' | 'clock' | 'log'
>;

/** Their platform shows that they can be written to: what waited for that goes out now, and no lead misses them any more. */
export async function noteReachable(ports: Reaching, contact: ContactId): Promise<void> {
  const known = await ports.store.current({ kind: 'contact', id: contact });
  if (!known?.state.unreachable) return;
  await noteEverywhere(ports, contact, undefined);
  // Last of all, since whoever does this again begins with it.
  const noted = await toContact(ports, contact, { does: 'note reachable' });
  if (isRefusal(noted)) throw new Error(`Contact ${contact} refused to be reachable: ${noted.sentence}`);
  for (const { id, status, at } of noted.state.deliveries.values()) {
    if (status === 'planned') await wake(ports, { look: 'delivery', id, at });
  }
  await wake(ports, { look: 'contact', id: contact, at: soon(ports.clock.now()) });
}

/** Their platform shows that they cannot be written to, before anything was to be said there. */
export async function noteUnreachable(ports: Reaching, contact: ContactId, why: string): Promise<void> {
  const noted = await toContact(ports, contact, { does: 'note unreachable', why });
  if (isRefusal(noted)) throw new Error(`Contact ${contact} refused to be unreachable: ${noted.sentence}`);
  await noteEverywhere(ports, contact, noted.state.unreachable?.why ?? why);
}

/** A card was drawn there. A message that was refused says more than that: it is tried once a day, and tells by itself. */
export async function noteDrawn(ports: Reaching, contact: ContactId): Promise<void> {
  const known = (await ports.store.current({ kind: 'contact', id: contact }))?.state;
  if (!known?.unreachable || [...known.deliveries.values()].some(isUnderWay)) return;
  await noteReachable(ports, contact);
}

async function noteEverywhere(ports: Reaching, contact: ContactId, why: string | undefined): Promise<void> {
  const running = await ports.readings.reviews({ status: ['open', 'complete', 'closed'] });
  for (const { id } of running) await noteReach(ports, id, contact, why);
}

/** That somebody, or the team channel, cannot be reached is a state the review's lead sees; so is that they are back. */
export async function noteReach(
  ports: Reaching,
  id: ReviewId,
  contact: ContactId,
  why: string | undefined,
): Promise<void> {
  const loaded = await loadReview(ports, id);
  if (!loaded || !(loaded.people.has(contact) || loaded.review.channel === contact)) return;
  const known = loaded.review.unreachable.has(contact);
  if (known === (why !== undefined)) return;
  await toReview(
    ports,
    loaded,
    why === undefined
      ? { does: 'note reachable', person: contact }
      : { does: 'note unreachable', person: contact, why },
  );
  await wake(ports, { look: 'review', id, at: soon(ports.clock.now()) });
}
