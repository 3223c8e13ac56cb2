/** Which of a card's actions stand in the menu behind its buttons, so that what is pressed often stands together on a phone. */
import type { Action } from '../../domain/card/card.ts';
import type { FormRef } from '../../domain/card/form.ts';
import type { View } from '../../domain/card/view.ts';
import { widthOf } from './render-action.ts';

// In letters, with a button's edges: what a narrow chat shows in one line.
const oneLine = 40;
const aFew = 4;

/** Of one prompt: where they stand in one line, none. */
export function inMenuOfPrompt(actions: readonly Action[]): ReadonlySet<Action> {
  return widthOf(actions.map(({ label: title }) => ({ title }))) <= oneLine ? new Set() : seldomOf(actions);
}

/** Of all of a card: where there are few, none. */
export function inMenuOfCard(actions: readonly Action[]): ReadonlySet<Action> {
  return actions.length <= aFew ? new Set() : seldomOf(actions);
}

/** A menu with one thing in it is a press more for nothing, and one with no button beside it hides everything. */
function seldomOf(actions: readonly Action[]): ReadonlySet<Action> {
  const seldom = actions.filter(isSeldom);
  return seldom.length > 1 && seldom.length < actions.length ? new Set(seldom) : new Set();
}

function isSeldom({ press, style }: Action): boolean {
  if (style === 'primary') return false;
  return press.press === 'form' ? forms.has(press.form.form) : press.press === 'show' && views.has(press.view.show);
}

const forms: ReadonlySet<FormRef['form']> = new Set([
  'no answer',
  'same as',
  'hand over',
  'reassign',
  'snooze',
  'redact',
  'note change',
]);
const views: ReadonlySet<View['show']> = new Set(['prompt', 'why']);
