/** Finds what a person means to press, by the words on it and near it. */
import type { Fields } from '../../slack/json.ts';
import { type Part, partsOf, visible } from './visible.ts';

export type Wanted = string | RegExp;
export type Aim = {
  /** The words on it. */
  readonly press: Wanted;
  /** Words in a part above it, e.g. the prompt a *Yes* belongs to: the first one from there on. */
  readonly near?: Wanted;
  /** Which of several, from 1. */
  readonly nth?: number;
};

export function find(card: Fields, { press, near, nth }: Aim): Fields {
  const fitting = actionsFrom(card, near).filter(({ title }) => fits(title, press));
  const found = fitting[(nth ?? 1) - 1];
  if (!found)
    throw new Error(`Nothing to press here is ${press}${near ? ` near ${near}` : ''}. It shows:\n${visible(card)}`);
  if (fitting.length > 1 && near === undefined && nth === undefined)
    throw new Error(`${fitting.length} things here are ${press}: say near what, or which of them.`);
  return found.action;
}

export function has(card: Fields, { press, near }: Aim): boolean {
  return actionsFrom(card, near).some(({ title }) => fits(title, press));
}

/** The words on everything one can press. */
export function pressable(card: Fields): readonly string[] {
  return actionsFrom(card, undefined).map(({ title }) => title);
}

export function fits(shown: string, wanted: Wanted): boolean {
  return wanted instanceof RegExp ? wanted.test(shown) : shown === wanted;
}

function actionsFrom(card: Fields, near: Wanted | undefined): readonly Extract<Part, { part: 'action' }>[] {
  const parts = [...partsOf(card)];
  const start = near === undefined ? 0 : parts.findIndex((part) => part.part === 'words' && mentions(part.says, near));
  return start < 0 ? [] : parts.slice(start).flatMap((part) => (part.part === 'action' ? [part] : []));
}

function mentions(says: string, near: Wanted): boolean {
  return near instanceof RegExp ? near.test(says) : says.includes(near);
}
