/** A button on a card. It carries what it asks for and never what it may do: the desk decides that anew each time. */

import type { Action } from '../../domain/card/card.ts';
import { legible } from '../../domain/invisible.ts';
import type { Standing } from './standing.ts';

export function Actions({ actions, at, name }: ActionsProps) {
  // Named by its label: a button that becomes another must not keep the focus of the one it replaced.
  return actions.map((action) => (
    <ActionButton key={action.label} action={action} at={at} id={`${name}-${slugOf(action.label)}`} />
  ));
}

type ActionsProps = { readonly actions: readonly Action[]; readonly at: Standing; readonly name: string };

function ActionButton({ action, at, id }: { readonly action: Action; readonly at: Standing; readonly id: string }) {
  const { press, label, describes, style } = action;
  // A form is a page to go to; everything else is an act or changes what a message shows.
  const way =
    press.press === 'form'
      ? { name: 'ref', value: JSON.stringify(press.form), formMethod: 'get', formAction: `/as/${at.as}/form` }
      : { name: 'press', value: JSON.stringify(press) };
  return (
    <button
      type="submit"
      id={`${at.id}-${id}`}
      class={style === 'primary' ? 'button primary' : 'button'}
      aria-label={describes && legible(describes)}
      aria-haspopup={press.press === 'form' ? 'dialog' : undefined}
      {...way}
    >
      {legible(label)}
    </button>
  );
}

function slugOf(label: string): string {
  return label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
