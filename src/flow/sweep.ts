/** Looks everywhere once a minute, so that nothing depends on an alarm: the queue holds nothing we cannot lose. */
import { advance } from './advance.ts';
import { approach } from './approach.ts';
import { deliver } from './deliver.ts';
import { openDue } from './open.ts';
import type { Ports } from './ports.ts';
import { soon } from './soon.ts';

/** One that fails does not stop those after it; it is looked at again in a minute. */
export async function sweep(ports: Ports): Promise<void> {
  const { readings, alarms, clock } = ports;
  await each(ports, 'program', await readings.programs(), (id) => openDue(ports, id));
  const running = await readings.reviews({ status: ['open', 'complete', 'closed'] });
  await each(
    ports,
    'review',
    running.map(({ id }) => id),
    (id) => advance(ports, id),
  );
  await each(ports, 'contact', await readings.contactsWithOpenDuties(), (id) => approach(ports, id));
  const now = clock.now();
  const due = await readings.deliveriesDue(now);
  // Under a time of its own: an alarm that was lost while its job's id is still known would else not be set again.
  await each(
    ports,
    'delivery',
    due.map(({ id }) => id),
    (id) => alarms.set({ look: 'delivery', id, at: soon(now) }),
  );
}

/** Says at once what is due, instead of by alarm: whoever skips the demo's clock sees what comes of it. */
export async function deliverDue(ports: Ports): Promise<void> {
  const due = await ports.readings.deliveriesDue(ports.clock.now());
  await each(
    ports,
    'delivery',
    due.map(({ id }) => id),
    (id) => deliver(ports, id),
  );
}

async function each(
  { log }: Pick<Ports, 'log'>,
  what: string,
  ids: readonly string[],
  look: (id: string) => Promise<unknown>,
): Promise<void> {
  for (const id of ids) {
    try {
      await look(id);
    } catch (error) {
      log.error({ [what]: id, err: error }, 'A step failed; it is tried again in a minute.');
    }
  }
}
