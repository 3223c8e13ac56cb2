/** A message somebody may be writing in is not redrawn for a while: that would forget what is in its fields. */
import type { MessageRef } from '../../domain/contact/events.ts';
import { millisecondsOf, toInstant } from '../../domain/time/instant.ts';
import type { OpenKit } from './kit.ts';

/** Longer than most forms take, and short enough that a card left open is current again the same hour. */
const patience = 20 * 60_000;

export async function hold({ conversations, clock }: OpenKit, ref: MessageRef | undefined): Promise<void> {
  if (ref) await conversations.hold(ref, toInstant(millisecondsOf(clock.now()) + patience));
}

export async function letGo({ conversations }: OpenKit, ref: MessageRef | undefined): Promise<void> {
  if (ref) await conversations.letGo(ref);
}
