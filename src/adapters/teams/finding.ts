/** What the doctor says of one thing, in one line each. */
import type { Finding } from '../../flow/office-rows.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { isPassing, whenAgain } from './failures.ts';
import type { Kit } from './kit.ts';

/** What is looked at: the records, or program files that are not on record yet. */
export type Looking = Pick<Kit, 'readings' | 'store' | 'directory'>;

export function ok(id: string, sentence: string): Finding {
  return { id, state: 'ok', sentence };
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Nothing of ours need be wrong where Teams said nothing. */
export function notSaid(id: string, what: string, error: unknown): Finding {
  if (!(error instanceof DeliveryFailed)) throw error;
  const sentence = `Teams did not say whether ${what}: ${error.message}.`;
  if (!isPassing(error)) return { id, state: 'problem', sentence };
  return { id, state: 'attention', sentence, advice: `Ask the doctor again ${whenAgain(error)}.` };
}
