/** A message somebody may be writing in is not redrawn for a while: that would forget what is in its fields. */
import type { FormValues } from '../../domain/card/form.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import { type Instant, millisecondsOf, toInstant } from '../../domain/time/instant.ts';
import type { OpenKit } from './kit.ts';

/** Longer than most forms take, and short enough that a card left open is current again the same hour. */
const patience = 20 * 60_000;

type Kept = Pick<OpenKit, 'conversations'>;

/**
 * With all that was entered in a form there so far. An update that comes after what is shown now would take it away, so one that is
 * under way is waited for: resolves with whether one was.
 */
export async function hold(
  { conversations, clock }: Kept & Pick<OpenKit, 'clock'>,
  ref: MessageRef | undefined,
  entered?: FormValues,
  since: Instant = clock.now(),
): Promise<boolean> {
  if (!ref) return false;
  if ((await conversations.hold(ref, inAWhile(since), entered)) === 'at rest') return false;
  await atRest({ conversations }, ref);
  return true;
}

/** Resolves when nobody draws it any more, or after a while. */
export async function atRest({ conversations }: Kept, ref: MessageRef): Promise<void> {
  for (let asked = 0; asked < mostAsked && (await conversations.isBeingDrawn(ref)); asked += 1) {
    await new Promise((resolve) => setTimeout(resolve, between));
  }
}

/**
 * Ten seconds: as long as Teams is given for an update, and a person who waits is answered before Teams gives us up. An update may
 * take longer only where it had to wait for its token too. A form opened meanwhile is then answered all the same, and drawn over
 * with what was typed in it by then; the button is there to open it again.
 */
const [between, mostAsked] = [50, 200];

/** With `pressed`, what holds it since that press is another’s, and stays. */
export async function letGo({ conversations }: Kept, ref: MessageRef | undefined, pressed?: Instant): Promise<void> {
  if (ref) await conversations.letGo(ref, pressed && inAWhile(pressed));
}

export function inAWhile(now: Instant): Instant {
  return toInstant(millisecondsOf(now) + patience);
}
