/** Packs rows into parts, none of which passes Slack's limits. What does not fit into the first is never lost. */
import type { Row } from '../../domain/card/card.ts';
import type { Block } from './block-kit.ts';
import { limits } from './limits.ts';
import type { Standing } from './render-action.ts';
import type { Room } from './render-prompt.ts';
import { drawnRow } from './render-row.ts';
import { blocksOf } from './rich-text.ts';
import { type Line, lengthOf } from './text.ts';

export type Budget = { readonly blocks: number; readonly words: number };
/** Blocks that stay together, and how many rows they show. */
type Unit = { readonly blocks: readonly Block[]; readonly rows: number };
export type Part = Unit;

export function partsOf(
  rows: readonly Row[],
  budget: Budget,
  { room, at }: { room: Room; at: Standing },
): readonly Part[] {
  const parts: Part[] = [];
  for (const unit of unitsOf(rows, room, at)) {
    const last = parts.at(-1);
    const together = last && { blocks: [...last.blocks, ...unit.blocks], rows: last.rows + unit.rows };
    if (together && fits(together.blocks, budget)) parts.splice(-1, 1, together);
    else parts.push(unit);
  }
  return parts;
}

export function fits(blocks: readonly Block[], budget: Budget): boolean {
  return blocks.length <= budget.blocks && wordsIn(blocks) <= budget.words;
}

const read: ReadonlySet<string> = new Set(['text', 'url']);

/** Everything that is read, wherever it stands in a block, and the addresses behind it. */
export function wordsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + wordsIn(each), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (read.has(key) && typeof each === 'string' ? each.length : wordsIn(each)),
    0,
  );
}

function unitsOf(rows: readonly Row[], room: Room, at: Standing): readonly Unit[] {
  const units: Unit[] = [];
  let lines: Line[] = [];
  const flush = () => {
    if (lines.length > 0) units.push({ blocks: blocksOf(lines), rows: lines.length });
    lines = [];
  };
  for (const row of rows) {
    const drawn = drawnRow(row, room, at);
    if ('blocks' in drawn) {
      flush();
      const apart = row.row === 'prompt' && room.whole ? drawn.blocks.map((block) => [block]) : [drawn.blocks];
      units.push(...apart.filter((blocks) => blocks.length > 0).map((blocks) => ({ blocks, rows: 1 })));
    } else {
      if (lengthOf(lines.flat()) + lines.length + lengthOf(drawn.line) > limits.text) flush();
      lines.push(drawn.line);
    }
  }
  flush();
  return units;
}
