/** Spaces what is said in one conversation, by whichever process, so that Teams need not ask to wait. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { millisecondsOf } from '../../domain/time/instant.ts';
import type { Pace } from '../../flow/ports/pacing.ts';
import type { TeamsOptions } from './options.ts';

/** Resolves when the conversation can take one more; after a while in any case, and then Teams says. */
export type ConversationTurns = (thread: string) => Promise<void>;

// Below Teams' 7 in a second and 60 in half a minute: our own messages come on top.
const every = 700;
const burst = 4;
const longest = 4_000;

type Waiting = Pick<TeamsOptions, 'pacing' | 'clock' | 'pause'>;

export function conversationTurns({ pacing, clock, pause = sleep }: Waiting): ConversationTurns {
  return async (thread) => {
    const who = `teams/reply/${randomUUID()}`;
    for (let left = longest; left > 0; ) {
      const now = clock.now();
      const turn = await pacing.take([paceOf(thread)], now, who);
      if (turn.go) return;
      const wait = Math.min(millisecondsOf(turn.at) - millisecondsOf(now), left);
      left -= wait;
      await pause(wait);
    }
  };
}

function paceOf(thread: string): Pace {
  return { key: `teams/reply/${thread.replace(/;messageid=.*$/, '')}`, every, burst };
}
