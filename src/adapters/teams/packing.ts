/** Packs rows into parts that each fit a message. What does not fit into the first is never lost. */
import { isDeepStrictEqual } from 'node:util';
import type { Row } from '../../domain/card/card.ts';
import type { Field } from '../../domain/card/form.ts';
import type { Element } from './adaptive-card.ts';
import { bytesIn } from './card-text.ts';
import { leftOverElements } from './left-over.ts';
import { bytesOf } from './limits.ts';
import { pagesOf } from './pages.ts';
import { type Entering, fieldElements, fieldIdsIn, promptIn } from './render-fields.ts';
import type { Room } from './render-prompt.ts';
import { rowElements } from './render-row.ts';

export type Part = {
  readonly elements: readonly Element[];
  readonly rows: number;
  readonly bytes: number;
  /** The fields that stand among them. */
  readonly ids: readonly string[];
};
/** What can be entered beneath the prompts. */
export type Beneath = Entering & { readonly fields: readonly Field[] };

const roomy: Room = { text: 2_500, beside: 1_500, lines: 8, actions: 9_000, field: { label: 300, option: 200 } };
const tight: Room = { text: 1_000, beside: 400, lines: 6, actions: 9_000, field: { label: 200, option: 80 } };
/** Whatever a row holds, drawn like this it fits beside any head and foot; what is entered in it may go on in the next part. */
const narrow: Room = { text: 250, beside: 200, lines: 2, actions: 3_000, field: { label: 100, option: 60 } };
const whole: Room = { ...tight, whole: true };
const wholeBeside: Room = { ...whole, actions: 3_000 };

/** All of them, however much that is. */
export function inFull(rows: readonly Row[], beneath: Beneath): Part {
  const room = isAboutOne(rows) ? whole : roomy;
  return rows.map((row) => drawn(row, room, beneath).unit).reduce(together, nothing);
}

const nothing: Part = { elements: [], rows: 0, bytes: 0, ids: [] };

function isAboutOne(rows: readonly Row[]): boolean {
  return rows.filter(({ row }) => row === 'prompt').length === 1;
}

export function partsOf(rows: readonly Row[], most: number, beneath: Beneath): readonly Part[] {
  if (isAboutOne(rows)) return packed(rows, { most, rooms: [whole, wholeBeside], beneath });
  const together = packed(rows, { most, rooms: [roomy, tight, narrow], beneath });
  return together.length <= 1 ? together : packed(rows, { most, rooms: [tight, narrow], beneath });
}

type Packing = { readonly most: number; readonly rooms: readonly Room[]; readonly beneath: Beneath };

function packed(rows: readonly Row[], packing: Packing): readonly Part[] {
  const parts: Part[] = [];
  for (const unit of rows.flatMap((row) => unitsOf(row, packing))) {
    const last = parts.at(-1);
    if (last && last.bytes + unit.bytes <= packing.most) parts.splice(-1, 1, together(last, unit));
    else parts.push(unit);
  }
  return parts;
}

/** A row in one piece, or in as many as it takes. */
function unitsOf(row: Row, { most, rooms, beneath }: Packing): readonly Part[] {
  for (const room of rooms) {
    const { unit } = drawn(row, room, beneath);
    if (unit.bytes <= most) return [unit];
  }
  const split = rooms.map((room) => pagesOf(drawn(row, room, beneath).groups, most - around));
  const pages = split.find((all) => all.every((page) => bytesOf(page) <= most - around)) ?? split.at(-1) ?? [];
  return pages.map((elements, at) => partOf(row, elements, at === 0 ? 1 : 0));
}

/** What stands around the elements of one prompt. */
const around = bytesOf({ type: 'Container', separator: true, spacing: 'Medium', items: [] });

type Drawn = {
  /** What stays together: a field with what is wrong with it, and anything else by itself. */
  readonly groups: readonly (readonly Element[])[];
  readonly unit: Part;
};

/** From one press to the next most rows stay the very same. */
const before = new WeakMap<Row, { readonly room: Room; readonly own: readonly Field[]; readonly drawn: Drawn }>();

function drawn(row: Row, room: Room, beneath: Beneath): Drawn {
  const own = row.row === 'prompt' ? beneath.fields.filter((field) => promptIn(field) === row.prompt) : [];
  if (beneath.refusal || Object.keys(beneath.entered).length > 0)
    return drawnAnew(row, room, { ...beneath, fields: own });
  const known = before.get(row);
  if (known?.room === room && isDeepStrictEqual(known.own, own)) return known.drawn;
  const anew = drawnAnew(row, room, { ...beneath, fields: own });
  before.set(row, { room, own, drawn: anew });
  return anew;
}

/** Where a row takes no more than its buttons may, they need not be measured by themselves. */
function drawnAnew(row: Row, room: Room, beneath: Beneath): Drawn {
  const all = drawnIn(row, { ...room, actions: Number.POSITIVE_INFINITY }, beneath);
  return all.unit.bytes <= room.actions ? all : drawnIn(row, room, beneath);
}

function drawnIn(row: Row, room: Room, beneath: Beneath): Drawn {
  const groups = groupsOf(row, room, beneath);
  return { groups, unit: partOf(row, groups.flat(), 1) };
}

function groupsOf(row: Row, room: Room, beneath: Beneath): Drawn['groups'] {
  const fields = beneath.fields.map((field) => fieldElements(field, room.field, beneath));
  const known = new Map(fields.flatMap((group) => group.map((element) => [element, group] as const)));
  const left = row.row === 'prompt' ? leftOverElements(row, beneath) : [];
  const elements = rowElements(row, room, { fields: fields.flat(), left });
  return elements.flatMap((element) => {
    const group = known.get(element);
    return group === undefined ? [[element]] : group[0] === element ? [group] : [];
  });
}

function partOf({ row }: Row, items: readonly Element[], rows: number): Part {
  const elements: readonly Element[] =
    row === 'prompt' ? [{ type: 'Container', separator: true, spacing: 'Medium', items }] : items;
  return { elements, rows, bytes: bytesIn(elements), ids: fieldIdsIn(items) };
}

function together(one: Part, other: Part): Part {
  return {
    elements: [...one.elements, ...other.elements],
    rows: one.rows + other.rows,
    bytes: one.bytes + other.bytes,
    ids: [...one.ids, ...other.ids],
  };
}
