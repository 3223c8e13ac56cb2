/** What a method answers. A refusal is an answer too, with status 200, as Slack gives it. */
import type { Fields } from './json.ts';

export type Answer = Fields & { readonly ok: boolean };

export function yes(more: Fields = {}): Answer {
  return { ok: true, ...more };
}

export function no(error: string, more: Fields = {}): Answer {
  return { ok: false, error, ...more };
}
