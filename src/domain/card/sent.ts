/** What a sent form turns into: intents for what is valid, sentences for what is not. */
import type { Misfit } from '../checklist/misfit.ts';
import { isBlank } from '../invisible.ts';
import type { FormValues } from './form.ts';
import type { Intent } from './intent.ts';
import type { View } from './view.ts';

export type Sent = {
  readonly intents: readonly Intent[];
  readonly fields: readonly Misfit[];
  /** What the form's message shows from then on, when that changes. */
  readonly then?: View;
};

export function misfit(field: string, sentence: string): Sent {
  return { intents: [], fields: [{ field, sentence }] };
}

export function asks(...intents: readonly Intent[]): Sent {
  return { intents, fields: [] };
}

/** Without what stands empty around it; nothing where nothing can be seen, or something else than a line was entered. */
export function lineIn(values: FormValues, id: string): string {
  const value = values[id];
  const text = typeof value === 'string' ? value : (Array.isArray(value) && value[0]) || '';
  if (isBlank(text)) return '';
  const bare = text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
  // Of several lines the first may be indented like the others.
  return bare.includes('\n') ? bare : bare.trimStart();
}

export function listIn(values: FormValues, id: string): readonly string[] {
  const value = values[id];
  if (Array.isArray(value)) return value.filter((entry) => entry !== '');
  return typeof value === 'string' && value !== '' ? [value] : [];
}

export function tickIn(values: FormValues, id: string): boolean {
  const value = values[id];
  return value === true || value === 'true' || value === 'on' || (Array.isArray(value) && value.length > 0);
}

/** The message the form was opened from shows that view from now on. */
export function showing(sent: Omit<Sent, 'then'>, view: View): Sent {
  // biome-ignore lint/suspicious/noThenProperty: a view and no function, so nothing takes it for a promise.
  return { ...sent, then: view };
}
