/** What the doctor says of one thing, in one line each. */
import type { Finding } from '../../flow/office-rows.ts';
import type { Kit } from './kit.ts';

/** What is looked at: the records, or program files that are not on record yet. */
export type Looking = Pick<Kit, 'readings' | 'store' | 'directory'>;

export function ok(id: string, sentence: string): Finding {
  return { id, state: 'ok', sentence };
}

export function problem(id: string, sentence: string, advice: string): Finding {
  return { id, state: 'problem', sentence, advice };
}

export function attention(id: string, sentence: string, advice: string): Finding {
  return { id, state: 'attention', sentence, advice };
}
