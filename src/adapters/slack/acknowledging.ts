/** Acknowledges a request, and knows whether it did: what fails after that is ours to tell, since Slack has its answer. */
import type { Log } from '../../flow/ports/log.ts';

export type Acknowledging<A> = {
  /** False where Slack waits no longer. What was done stands all the same, and is to be shown some other way. */
  readonly ack: (answer?: A) => Promise<boolean>;
  readonly isDone: () => boolean;
};

export function acknowledging<A>(ack: (answer?: A) => Promise<void>, log: Pick<Log, 'warn'>): Acknowledging<A> {
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
