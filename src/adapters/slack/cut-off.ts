/** Without a token nobody can be told anything. That is no fault of theirs, so speaking pauses and nothing is lost. */
import { failureOf } from './failures.ts';
import type { Kit } from './kit.ts';

export async function pauseIfCutOff(kit: Pick<Kit, 'connections' | 'clock' | 'log'>, error: unknown): Promise<void> {
  const { cutOff, why } = failureOf(error);
  if (!cutOff) return;
  try {
    await kit.connections.pause('slack', why, kit.clock.now());
  } catch (notPaused) {
    // Why nothing was sent must not get lost over it: the next message meets with the same refusal, and pauses then.
    kit.log.error({ err: notPaused }, 'Slack no longer lets Muster speak, and that could not be noted.');
  }
}
