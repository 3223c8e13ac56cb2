/** One prompt on a card: where it stands, what is asked, what is recorded, what can be entered, what one can do. */
import type { Action, PromptRow, Span } from '../../domain/card/card.ts';
import type { Element } from './adaptive-card.ts';
import { inMenuOfPrompt } from './in-menu.ts';
import { actionRows } from './render-action.ts';
import type { Saying } from './render-field.ts';
import { clipped, pieces, rich, run, runs } from './text.ts';
import { signOf } from './tone.ts';

/** How much of a row is shown: all there is room for, or enough to go on beside many others. `actions` in bytes. */
export type Room = {
  readonly text: number;
  readonly beside: number;
  readonly lines: number;
  readonly actions: number;
  readonly field: Saying;
  /** All of it, on as many pages as that takes: on a card about one prompt. */
  readonly whole?: true;
};

/** What can be entered, and what was and stands in no field. */
export type Entry = { readonly fields: readonly Element[]; readonly left: readonly Element[] };

export function promptElements(row: PromptRow, room: Room, { fields, left }: Entry): readonly Element[] {
  const actions = fields.length > 0 ? row.actions.map(besideField) : row.actions;
  return [
    ...asked(row, room),
    ...recorded(row, room),
    ...beside(row, room),
    ...left,
    ...fields,
    ...actionRows(actions, room.actions, inMenuOfPrompt(actions)),
  ];
}

/** What is heard begins with what is seen. */
function besideField(action: Action): Action {
  const { label, beside, describes } = action;
  if (beside === undefined) return action;
  return { ...action, label: beside, ...(describes && { describes: describes.replace(label, beside) }) };
}

function asked({ section, number, text }: PromptRow, room: Room): readonly Element[] {
  const place = clipped(`${section} ${number}`.trim(), 200);
  return [
    rich([run(place, { weight: 'Bolder', size: 'Small', isSubtle: true })]),
    ...(room.whole ? pieces(text) : [rich(runs(text, room.text), 'Small')]),
  ];
}

function recorded({ answer }: PromptRow, room: Room): readonly Element[] {
  if (!answer) return [];
  return [
    rich([...signOf(answer.tone), run(clipped(answer.label, 300), { weight: 'Bolder' })], 'Small'),
    ...(room.whole ? answer.detail.flatMap((spans) => pieces(spans)) : details(answer.detail, room.text)),
  ];
}

function details(lines: readonly (readonly Span[])[], most: number): readonly Element[] {
  const each = Math.max(100, Math.floor(most / Math.max(lines.length, 1)));
  const shown = lines.slice(0, Math.max(1, Math.floor(most / 100)));
  return shown.map((spans) => rich(runs(spans, each), 'Small'));
}

function beside({ remarks, notes }: PromptRow, room: Room): readonly Element[] {
  const lines = [remarks.join(' · '), ...notes].filter((line) => line.trim() !== '');
  if (room.whole) return lines.flatMap((text) => pieces([{ text }], quiet));
  const shown = lines.slice(0, room.lines);
  const each = Math.max(80, Math.floor(room.beside / Math.max(shown.length, 1)));
  return shown.map((line) => rich([run(clipped(line, each), quiet)], 'Small'));
}

const quiet = { size: 'Small', isSubtle: true } as const;
