/** Spaces what is said in one conversation, by whichever process, so that Teams need not ask to wait. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { millisecondsOf } from '../../domain/time/instant.ts';
import type { Pace } from '../../flow/ports/pacing.ts';
import type { TeamsOptions } from './options.ts';
import { outOfThread } from './thread.ts';

/** Resolves when the conversation can take one more; after a while in any case, and then Teams says. */
export type ConversationTurns = (thread: string) => Promise<void>;

// Below Teams' 7 in a second and 60 in half a minute: our own messages come on top.
const every = 700;
const burst = 4;
const longest = 4_000;

const mostKnown = 10_000;

type Waiting = Pick<TeamsOptions, 'pacing' | 'clock' | 'pause'>;

export function conversationTurns({ pacing, clock, pause = sleep }: Waiting): ConversationTurns {
  const taken = new Map<string, number>();

  /** What this process alone has taken already need not be asked for to be refused: in milliseconds, how long that lasts. */
  function wellKnown(key: string, now: number): number {
    if (taken.size >= mostKnown) taken.clear();
    const next = Math.max(now, Math.min(taken.get(key) ?? 0, now + longest + (burst - 1) * every));
    taken.set(key, next + every);
    return Math.max(0, next - (burst - 1) * every - now);
  }

  return async (thread) => {
    const who = `teams/reply/${randomUUID()}`;
    const pace = paceOf(thread);
    let wait = wellKnown(pace.key, millisecondsOf(clock.now()));
    for (let left = longest; ; ) {
      if (wait > 0) await pause(Math.min(wait, left));
      left -= wait;
      if (left <= 0) return;
      const now = clock.now();
      const turn = await pacing.take([pace], now, who);
      if (turn.go) return;
      wait = millisecondsOf(turn.at) - millisecondsOf(now);
    }
  };
}

function paceOf(thread: string): Pace {
  return { key: `teams/reply/${outOfThread(thread)}`, every, burst };
}
