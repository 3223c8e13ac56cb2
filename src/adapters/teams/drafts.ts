/** What was entered in a message and is not saved yet: turning a page or pressing another button there must not lose it. */
import type { FormValues } from '../../domain/card/form.ts';
import { type Recent, recent } from './recent.ts';

export type Drafts = {
  /** On the card itself. */
  readonly card: Recent<FormValues>;
  /** In the form that stands in its place. */
  readonly form: Recent<FormValues>;
};

/** More than write at one time; each may hold some thousand letters. */
const mostKnown = 2_000;

export function drafts(): Drafts {
  return { card: recent(mostKnown), form: recent(mostKnown) };
}

/** With what stands on the page that was sent, also where it was emptied: a client says nothing of what is empty. */
export function withPage(before: FormValues, values: FormValues, shown: readonly string[]): FormValues {
  const elsewhere = Object.entries(before).filter(([id]) => !shown.includes(id));
  return { ...Object.fromEntries(elsewhere), ...values };
}
