/** Actions → buttons. A client too old for Action.Execute sends the same as a message. */
import type { Action } from '../../domain/card/card.ts';
import { shortened } from '../../domain/card/shortened.ts';
import type { ActionSet, Button, Element } from './adaptive-card.ts';
import { buttonData, type Carried } from './button-data.ts';
import { bytesIn } from './card-text.ts';
import { bytesOf, limits } from './limits.ts';
import { clipped, rich, run } from './text.ts';

type Labelled = Pick<Action, 'label' | 'style' | 'describes'>;

export function button({ label, style, describes }: Labelled, carries: Action['press'] | Carried): Button {
  const title = titleOf(label);
  const hint = describes ?? (title === label ? undefined : label);
  const data = buttonData(carries);
  return {
    type: 'Action.Execute',
    title,
    verb: carries.press,
    data,
    ...(style === 'primary' && { style: 'positive' as const }),
    ...(hint && { tooltip: clipped(hint, limits.tooltip) }),
    fallback: { type: 'Action.Submit', title, data },
  };
}

/** A number at the end is what tells one place from another. */
function titleOf(label: string): string {
  const known = clipped(label, 1_000);
  const [number = ''] = / [\d.]{1,8}$/.exec(known) ?? [];
  const words = known.slice(0, known.length - number.length);
  return known.length <= limits.button ? known : `${shortened(words, limits.button - number.length)}${number}`;
}

/** The same button, bringing nothing of what was entered. */
export function bringingNothing({ fallback, ...rest }: Button): Button {
  return { ...rest, associatedInputs: 'none', fallback: { ...fallback, associatedInputs: 'none' } };
}

export function buttonOf(action: Action): Button {
  return button(action, action.press);
}

function inMenu({ fallback, ...rest }: Button): Button {
  return { ...rest, mode: 'secondary', fallback: { ...fallback, mode: 'secondary' } };
}

/**
 * In rows of as many as Teams shows, and as stand beside one another in a narrow chat: what is too wide is cut off. What is in
 * the menu stands behind the last row.
 */
export function buttonRows(buttons: readonly Button[]): readonly ActionSet[] {
  const rows: Button[][] = [];
  for (const one of buttons.filter(({ mode }) => !mode)) {
    const row = rows.at(-1);
    const fits = row && row.length < limits.buttons && widthOf([...row, one]) <= limits.row;
    if (fits) row.push(one);
    else rows.push([one]);
  }
  const menu = buttons.filter(({ mode }) => mode);
  if (menu.length > 0) rows.push([...(rows.pop() ?? []), ...menu]);
  return rows.map((actions) => ({ type: 'ActionSet', actions }));
}

/** In letters; a button's edges are as wide as four. */
export function widthOf(buttons: readonly Pick<Button, 'title'>[]): number {
  return buttons.reduce((sum, { title }) => sum + title.length + 4, 0);
}

/** As many as there is room for, in bytes, which may be without end; the others are said in words. */
export function actionRows(
  actions: readonly Action[],
  room: number,
  menu: ReadonlySet<Action> = new Set(),
): readonly Element[] {
  const all = actions.map((action) => (menu.has(action) ? inMenu(buttonOf(action)) : buttonOf(action)));
  const rows = buttonRows(all);
  return room === Number.POSITIVE_INFINITY || bytesIn(rows) <= room ? rows : someRows(all, room);
}

function someRows(all: readonly Button[], room: number): readonly Element[] {
  const offered: Button[] = [];
  let taken = 0;
  for (const one of all) {
    taken += bytesOf(one);
    if (taken <= room) offered.push(one);
  }
  const left = all.length - offered.length;
  const said = left > 0 ? [rich([run(`${left} more cannot be offered here.`, { isSubtle: true })])] : [];
  return [...buttonRows(offered), ...said];
}
