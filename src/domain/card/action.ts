/** The three things a button can do, in one line each. */
import type { Action } from './card.ts';
import type { FormRef } from './form.ts';
import type { Intent } from './intent.ts';
import type { View } from './view.ts';

type Extra = Pick<Action, 'style' | 'describes'>;

export function show(label: string, view: View, extra: Extra = {}): Action {
  return { label, ...extra, press: { press: 'show', view } };
}

export function open(label: string, form: FormRef, extra: Extra = {}): Action {
  return { label, ...extra, press: { press: 'form', form } };
}

export function act(label: string, intent: Intent, extra: Extra = {}): Action {
  return { label, ...extra, press: { press: 'intent', intent } };
}
