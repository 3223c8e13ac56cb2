/** Packs rows into parts that each fit a message. What does not fit into the first is never lost. */
import type { Row } from '../../domain/card/card.ts';
import type { Element } from './adaptive-card.ts';
import { bytesOf } from './limits.ts';
import type { Room } from './render-prompt.ts';
import { rowElements } from './render-row.ts';

export type Part = { readonly elements: readonly Element[]; readonly rows: number; readonly bytes: number };

const roomy: Room = { text: 2_500, beside: 1_500, lines: 8, actions: 9_000 };
const tight: Room = { text: 1_000, beside: 400, lines: 6, actions: 9_000 };
/** Whatever a row holds, drawn like this it fits beside any head and foot. */
const narrow: Room = { text: 250, beside: 200, lines: 2, actions: 3_000 };

export function partsOf(rows: readonly Row[], most: number): readonly Part[] {
  const whole = packed(rows, most, [roomy, tight, narrow]);
  return whole.length <= 1 ? whole : packed(rows, most, [tight, narrow]);
}

function packed(rows: readonly Row[], most: number, rooms: readonly Room[]): readonly Part[] {
  const parts: Part[] = [];
  for (const unit of rows.map((row) => unitOf(row, most, rooms))) {
    const last = parts.at(-1);
    if (last && last.bytes + unit.bytes <= most) parts.splice(-1, 1, together(last, unit));
    else parts.push(unit);
  }
  return parts;
}

function unitOf(row: Row, most: number, rooms: readonly Room[]): Part {
  const drawn = rooms.map((room) => partOf(rowElements(row, room)));
  return drawn.find(({ bytes }) => bytes <= most) ?? drawn.at(-1) ?? partOf([]);
}

function partOf(elements: readonly Element[]): Part {
  return { elements, rows: 1, bytes: bytesOf(elements) };
}

function together(one: Part, other: Part): Part {
  return {
    elements: [...one.elements, ...other.elements],
    rows: one.rows + other.rows,
    bytes: one.bytes + other.bytes,
  };
}
