/** What the doctor says of one thing, in one line each. */
import type { Finding } from '../../flow/office-rows.ts';
import type { Kit } from './kit.ts';

/** What is looked at: the records, or program files that are not on record yet. */
export type Looking = Pick<Kit, 'readings' | 'store' | 'directory'>;

export function ok(id: string, sentence: string): Finding {
  return { id, state: 'ok', sentence };
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
