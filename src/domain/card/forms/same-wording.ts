/** Whether two answers say the same to the letter, whatever their seals. */
import type { Answer } from '../../checklist/response.ts';

export function sameWording(one: Answer, other: Answer): boolean {
  return JSON.stringify(unsealed(one)) === JSON.stringify(unsealed(other));
}

function unsealed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unsealed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'seal');
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, unsealed(entry)]));
}
