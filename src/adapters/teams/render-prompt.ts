/** One prompt on a card: where it stands, what is asked, what is recorded, what one can do. */
import type { PromptRow, Span } from '../../domain/card/card.ts';
import type { Container, Element } from './adaptive-card.ts';
import { actionRows } from './render-action.ts';
import { clipped, coloured, rich, run, runs } from './text.ts';
import { colourOf, signOf } from './tone.ts';

/** How much of a row is shown: all there is room for, or enough to go on beside many others. `actions` in bytes. */
export type Room = { readonly text: number; readonly beside: number; readonly lines: number; readonly actions: number };

export function promptContainer(row: PromptRow, room: Room): Container {
  const items = [
    ...asked(row, room),
    ...recorded(row, room),
    ...beside(row, room),
    ...actionRows(row.actions, room.actions),
  ];
  return { type: 'Container', separator: true, spacing: 'Medium', items };
}

function asked({ section, number, text }: PromptRow, room: Room): readonly Element[] {
  const place = clipped(`${section} ${number}`.trim(), 200);
  return [
    rich([run(place, { weight: 'Bolder', size: 'Small', isSubtle: true })]),
    rich(runs(text, room.text), 'Small'),
  ];
}

function recorded({ answer }: PromptRow, room: Room): readonly Element[] {
  if (!answer) return [];
  const look = { weight: 'Bolder' as const, ...coloured(colourOf(answer.tone)) };
  return [
    rich([...signOf(answer.tone), run(clipped(answer.label, 300), look)], 'Small'),
    ...details(answer.detail, room.text),
  ];
}

function details(lines: readonly (readonly Span[])[], most: number): readonly Element[] {
  const each = Math.max(100, Math.floor(most / Math.max(lines.length, 1)));
  const shown = lines.slice(0, Math.max(1, Math.floor(most / 100)));
  return shown.map((spans) => rich(runs(spans, each), 'Small'));
}

function beside({ remarks, notes }: PromptRow, room: Room): readonly Element[] {
  const lines = [remarks.join(' · '), ...notes].filter((line) => line.trim() !== '').slice(0, room.lines);
  const each = Math.max(80, Math.floor(room.beside / Math.max(lines.length, 1)));
  return lines.map((line) => rich([run(clipped(line, each), { size: 'Small', isSubtle: true })], 'Small'));
}
