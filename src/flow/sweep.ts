/** Looks everywhere once a minute, so that nothing depends on an alarm: the queue holds nothing we cannot lose. */
import { advance } from './advance.ts';
import { approach } from './approach.ts';
import { deliver } from './deliver.ts';
import { openDue } from './open.ts';
import type { Alarms } from './ports/alarms.ts';
import type { Ports } from './ports.ts';
import { outdated, redrawAbout, redrawSoon } from './redraw.ts';
import { soon } from './soon.ts';

/** One that fails does not stop those after it; it is looked at again in a minute. */
export async function sweep(ports: Ports): Promise<void> {
  const { readings } = ports;
  const queue = await ports.alarms.healthy();
  // Every alarm would wait in vain for a queue that is away: then the sweep itself is what wakes everything.
  const around = queue ? ports : { ...ports, alarms: noAlarms(ports.alarms) };
  await each(around, 'program', await readings.programs(), (id) => openDue(around, id));
  const running = await readings.reviews({ status: ['open', 'complete', 'closed'] });
  await each(around, 'review', idsOf(running), (id) => advance(around, id));
  await each(around, 'contact', await readings.contactsWithOpenDuties(), (id) => approach(around, id));
  await (queue ? ringDue(around) : deliverDue(around));
  await each(around, 'review', await outdated(around), (id) =>
    queue ? redrawSoon(around, id) : redrawAbout(around, id),
  );
}

/** Under a time of its own: an alarm that was lost while its job's id is still known would else not be set again. */
async function ringDue(ports: Ports): Promise<void> {
  const now = ports.clock.now();
  const due = await ports.readings.deliveriesDue(now);
  await each(ports, 'delivery', idsOf(due), (id) => ports.alarms.set({ look: 'delivery', id, at: soon(now) }));
}

/** Says at once what is due, instead of by alarm: whoever skips the demo's clock sees what comes of it. */
export async function deliverDue(ports: Ports): Promise<void> {
  const due = await ports.readings.deliveriesDue(ports.clock.now());
  await each(ports, 'delivery', idsOf(due), (id) => deliver(ports, id));
}

function noAlarms(alarms: Alarms): Alarms {
  return { ...alarms, set: async () => undefined };
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
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
