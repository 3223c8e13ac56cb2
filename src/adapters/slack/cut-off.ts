/** Without a token nobody can be told anything. That is no fault of theirs, so speaking pauses and nothing is lost. */
import { failureOf } from './failures.ts';
import type { Kit } from './kit.ts';

export async function pauseIfCutOff(kit: Pick<Kit, 'connections' | 'clock'>, error: unknown): Promise<void> {
  const { cutOff, why } = failureOf(error);
  if (cutOff) await kit.connections.pause('slack', why, kit.clock.now());
}
