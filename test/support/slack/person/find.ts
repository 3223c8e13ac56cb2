/** Finds what a person means to press, by the words on it and near it. */
import { interactive, type Placed } from '../checks/elements.ts';
import { type Fields, text } from '../json.ts';
import { labelOf, says, visible, type Wanted } from './visible.ts';

export type Aim = {
  /** The words on it, its `action_id`, or what a screen reader says. */
  readonly click: Wanted;
  /** Words in its block or in one above it, e.g. the prompt a *Yes* belongs to: the first one from there on. */
  readonly near?: Wanted;
  /** Which of several, from 1. */
  readonly nth?: number;
  /** For menus and fields: what to choose there, by its words or value. */
  readonly choose?: Entered;
};
export type Entered = string | number | null | readonly string[];

export function find(blocks: readonly Fields[], { click, near, nth }: Aim): Placed {
  const start = near === undefined ? 0 : blocks.findIndex((block) => says(visible(block), near, 'part'));
  if (start < 0) throw new Error(`Nothing here says ${near}. It says: ${visible(blocks)}`);
  const fitting = blocks.slice(start).flatMap(interactive).filter(fits(click));
  const found = fitting[(nth ?? 1) - 1];
  if (!found)
    throw new Error(`Nothing to press here is ${click}. There are: ${pressable(blocks).join(', ') || 'none'}.`);
  if (fitting.length > 1 && near === undefined && nth === undefined)
    throw new Error(`${fitting.length} things here are ${click}: say near what, or which of them.`);
  return found;
}

export function has(blocks: readonly Fields[], { click, near }: Aim): boolean {
  const start = near === undefined ? 0 : blocks.findIndex((block) => says(visible(block), near, 'part'));
  return start >= 0 && blocks.slice(start).flatMap(interactive).some(fits(click));
}

/** The words on everything one can press or fill. */
export function pressable(blocks: readonly Fields[]): readonly string[] {
  return blocks.flatMap(interactive).map(({ block, element }) => labelOf(block, element) || text(element['action_id']));
}

function fits(wanted: Wanted): (placed: Placed) => boolean {
  return ({ block, element }) =>
    [labelOf(block, element), text(element['action_id']), text(element['accessibility_label'])].some(
      (shown) => shown !== '' && says(shown, wanted),
    );
}
