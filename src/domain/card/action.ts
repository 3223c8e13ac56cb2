/** The three things a button can do, in one line each. */
import type { Action, Press } from './card.ts';
import type { FormRef } from './form.ts';
import type { Intent } from './intent.ts';
import type { View } from './view.ts';

/** `about`: what it is done to, where the label alone would be ambiguous to who does not see where the button stands. */
type Extra = Pick<Action, 'style' | 'beside'> & { readonly about?: string };

export function show(label: string, view: View, extra: Extra = {}): Action {
  return labelled(label, extra, { press: 'show', view });
}

export function open(label: string, form: FormRef, extra: Extra = {}): Action {
  return labelled(label, extra, { press: 'form', form });
}

export function act(label: string, intent: Intent, extra: Extra = {}): Action {
  return labelled(label, extra, { press: 'intent', intent });
}

// What is heard begins with what is seen: who steers by voice says the label.
function labelled(label: string, { about, ...extra }: Extra, press: Press): Action {
  return { label, ...extra, ...(about !== undefined && { describes: `${label}: ${about}` }), press };
}
