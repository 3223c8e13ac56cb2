/** A message somebody may be writing in is not redrawn for a while: that would forget what is in its fields. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FormValues } from '../../domain/card/form.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import { type Instant, millisecondsOf, toInstant } from '../../domain/time/instant.ts';
import type { OpenKit } from './kit.ts';

/** Longer than most forms take, and short enough that a card left open is current again the same hour. */
const patience = 20 * 60_000;

/**
 * With all that was entered in a form there so far. An update that comes after what is shown now would take it away, so one that is
 * under way is waited for: resolves with whether one was.
 */
export async function hold(kit: OpenKit, ref: MessageRef | undefined, entered?: FormValues): Promise<boolean> {
  if (!ref) return false;
  const { conversations, clock, keeping } = kit;
  if ((await conversations.hold(ref, inAWhile(clock.now()), entered)) === 'at rest') return false;
  // One of this process tells when it is over; another's has to be asked for.
  await keeping.idle(ref);
  await drawnElsewhere(kit, ref);
  return true;
}

/** Resolves when no other process draws it any more, or after a while: what comes last there is what is seen. */
export async function drawnElsewhere({ conversations }: OpenKit, ref: MessageRef): Promise<void> {
  for (let asked = 0; asked < mostAsked && (await conversations.isBeingDrawn(ref)); asked += 1) await sleep(between);
}

// Three seconds: longer than an update takes, and short enough for a person who waits.
const [between, mostAsked] = [50, 60];

export async function letGo({ conversations }: OpenKit, ref: MessageRef | undefined): Promise<void> {
  if (ref) await conversations.letGo(ref);
}

export function inAWhile(now: Instant): Instant {
  return toInstant(millisecondsOf(now) + patience);
}
