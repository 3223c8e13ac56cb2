/** Alarms without a queue: an ordered list, rung by hand up to a time. What it does not promise, no queue promises. */
import { type Instant, millisecondsOf, toInstant } from '../../src/domain/time/instant.ts';
import type { Alarm, Alarms } from '../../src/flow/ports/alarms.ts';
import type { TestClock } from './test-clock.ts';

type Waiting = { readonly alarm: Alarm; rings: Instant; failures: number; ringing: boolean };
/** What outlives closing. Two stand-ins on one shelf are two processes on one queue. */
export type AlarmShelf = Map<string, Waiting>;
type Ring = (alarm: Alarm) => Promise<void>;

export type MemoryAlarms = Alarms & {
  /** In the order in which they would ring. */
  waiting(): readonly Alarm[];
  /** Every rejection of a handler so far. A story that expects none should look. */
  readonly failures: readonly { readonly alarm: Alarm; readonly error: unknown }[];
  /**
   * Rings, in order, all that is due by then, also what is set meanwhile. The clock goes along, never back.
   * Returns what was rung.
   */
  ringUntil(until: Instant): Promise<readonly Alarm[]>;
};

const maxAttempts = 8;
/** More than any honest story needs: a handler that sets itself again for the same moment would ring for ever. */
const maxRings = 100_000;

export function memoryAlarms(options: { clock?: TestClock; shelf?: AlarmShelf } = {}): MemoryAlarms {
  const { clock, shelf = new Map() } = options;
  const failures: { alarm: Alarm; error: unknown }[] = [];
  let ring: Ring | undefined;
  let closed = false;

  return {
    failures,
    waiting: () => inOrder(shelf).map((entry) => entry.alarm),
    async set(alarm) {
      if (closed) throw new Error('These alarms are closed.');
      const key = `${alarm.look} ${alarm.id} ${alarm.at}`;
      if (!shelf.has(key)) shelf.set(key, { alarm, rings: alarm.at, failures: 0, ringing: false });
    },
    async start(handler) {
      ring = handler;
    },
    async healthy() {
      return !closed;
    },
    async close() {
      closed = true;
    },
    async ringUntil(until) {
      const rung: Alarm[] = [];
      for (let next = nextDue(shelf, until); next && !closed; next = nextDue(shelf, until)) {
        if (!ring) throw new Error('Start the alarms before ringing them.');
        if (rung.length === maxRings)
          throw new Error(`Still ringing after ${maxRings} alarms: ${next.alarm.look} ${next.alarm.id}.`);
        if (clock && clock.now() < next.rings) clock.set(next.rings);
        rung.push(next.alarm);
        await ringOne(shelf, next, ring, failures);
      }
      if (clock && clock.now() < until) clock.set(until);
      return rung;
    },
  } satisfies MemoryAlarms;
}

/** The alarm stays on the shelf while it rings, so that setting it again from inside changes nothing, as in the queue. */
async function ringOne(shelf: AlarmShelf, entry: Waiting, ring: Ring, failures: { alarm: Alarm; error: unknown }[]) {
  const key = [...shelf].find(([, other]) => other === entry)?.[0] ?? '';
  entry.ringing = true;
  try {
    await ring(entry.alarm);
    shelf.delete(key);
  } catch (error) {
    failures.push({ alarm: entry.alarm, error });
    entry.failures += 1;
    if (entry.failures >= maxAttempts) shelf.delete(key);
    entry.rings = toInstant(millisecondsOf(entry.rings) + 1000 * 2 ** entry.failures);
  } finally {
    entry.ringing = false;
  }
}

function nextDue(shelf: AlarmShelf, until: Instant): Waiting | undefined {
  const next = inOrder(shelf).find((entry) => !entry.ringing);
  return next && next.rings <= until ? next : undefined;
}

/** A stable sort: of two alarms for one moment the one set first rings first. */
function inOrder(shelf: AlarmShelf): Waiting[] {
  return [...shelf.values()].sort((a, b) => (a.rings < b.rings ? -1 : a.rings > b.rings ? 1 : 0));
}
