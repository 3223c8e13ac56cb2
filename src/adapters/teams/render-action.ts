/** Actions → buttons. A client too old for Action.Execute sends the same as a message. */
import type { Action } from '../../domain/card/card.ts';
import type { ActionSet, Button, Element } from './adaptive-card.ts';
import { buttonData, type Carried } from './button-data.ts';
import { bytesOf, limits } from './limits.ts';
import { clipped, rich, run } from './text.ts';

type Labelled = Pick<Action, 'label' | 'style' | 'describes'>;

export function button({ label, style, describes }: Labelled, carries: Action['press'] | Carried): Button {
  const title = clipped(label, limits.button);
  const data = buttonData(carries);
  // What is entered belongs to the one button that sends it.
  const alone = carries.press === 'send' ? {} : { associatedInputs: 'none' as const };
  return {
    type: 'Action.Execute',
    title,
    verb: carries.press,
    data,
    ...(style === 'primary' && { style: 'positive' as const }),
    ...(describes && { tooltip: clipped(describes, limits.tooltip) }),
    ...alone,
    fallback: { type: 'Action.Submit', title, data, ...alone },
  };
}

export function buttonOf(action: Action): Button {
  return button(action, action.press);
}

/** In rows of as many as Teams shows. */
export function buttonRows(buttons: readonly Button[]): readonly ActionSet[] {
  const rows: ActionSet[] = [];
  for (let from = 0; from < buttons.length; from += limits.buttons) {
    rows.push({ type: 'ActionSet', actions: buttons.slice(from, from + limits.buttons) });
  }
  return rows;
}

/** As many as there is room for, in bytes; the others are said in words. */
export function actionRows(actions: readonly Action[], room: number): readonly Element[] {
  const offered: Action[] = [];
  let taken = 0;
  for (const action of actions) {
    taken += bytesOf(buttonOf(action));
    if (taken <= room) offered.push(action);
  }
  const left = actions.length - offered.length;
  const said = left > 0 ? [rich([run(`${left} more cannot be offered here.`, { isSubtle: true })])] : [];
  return [...buttonRows(offered.map(buttonOf)), ...said];
}
