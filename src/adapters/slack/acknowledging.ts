/** Acknowledges a request, and knows whether it did: what fails after that is ours to tell, since Slack has its answer. */
import type { Log } from '../../flow/ports/log.ts';
import type { OpenKit } from './kit.ts';
import { notShown, say } from './saying.ts';

export type Acknowledging<A> = {
  /** False where Slack waits no longer. What was done stands all the same, and is to be shown some other way. */
  readonly ack: (answer?: A) => Promise<boolean>;
  readonly isDone: () => boolean;
};

function acknowledging<A>(ack: (answer?: A) => Promise<void>, log: Pick<Log, 'warn'>): Acknowledging<A> {
  let done = false;
  return {
    isDone: () => done,
    async ack(answer) {
      done = true;
      try {
        await ack(answer);
        return true;
      } catch (error) {
        log.warn({ error: String(error) }, 'Slack waited no longer for an acknowledgement.');
        return false;
      }
    },
  };
}

type Asked<A> = {
  /** For the log. */
  readonly what: 'a click' | 'a form' | 'a command';
  readonly where: Parameters<typeof say>[1];
  readonly acknowledge: (answer?: A) => Promise<void>;
};

/** What fails before it is acknowledged Slack tells whoever asked for it; what fails after that, we do. */
export async function answering<A>(
  kit: OpenKit,
  { what, where, acknowledge }: Asked<A>,
  take: (ack: Acknowledging<A>['ack']) => Promise<void>,
): Promise<void> {
  const { ack, isDone } = acknowledging(acknowledge, kit.log);
  try {
    await take(ack);
  } catch (error) {
    if (!isDone()) throw error;
    kit.log.error({ err: error }, `What came of ${what} could not be shown.`);
    await say(kit, where, notShown);
  }
}
