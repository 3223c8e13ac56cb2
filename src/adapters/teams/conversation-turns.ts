/** Spaces what is said in one conversation by this process, so that Teams need not ask to wait. */
import { setTimeout as sleep } from 'node:timers/promises';
import { millisecondsOf } from '../../domain/time/instant.ts';
import type { Clock } from '../../flow/ports/clock.ts';

export type Pause = (milliseconds: number) => Promise<unknown>;
/** Resolves when the conversation can take one more; after a while in any case, and then Teams says. */
export type ConversationTurns = (thread: string) => Promise<void>;

// Below Teams' 7 in a second and 60 in half a minute: our own messages come on top.
const burst = 4;
const every = 700;
const longest = 4_000;
const mostKnown = 20_000;

export function conversationTurns(clock: Pick<Clock, 'now'>, pause: Pause = sleep): ConversationTurns {
  /** When each was last given a turn, or will be. */
  const next = new Map<string, number>();
  return async (thread) => {
    const conversation = thread.replace(/;messageid=.*$/, '');
    const now = millisecondsOf(clock.now());
    for (const [quiet, at] of next.size >= mostKnown ? next : []) if (at <= now - burst * every) next.delete(quiet);
    const earliest = now - burst * every;
    const at = Math.min(Math.max(next.get(conversation) ?? 0, earliest) + every, now + longest);
    next.set(conversation, at);
    if (at > now) await pause(at - now);
  };
}
