/** Rows → what is drawn: lines that may share a block, or blocks of their own. */
import type { Row } from '../../domain/card/card.ts';
import type { Block } from './block-kit.ts';
import { button, buttonBlocks, type Standing } from './render-action.ts';
import { promptBlocks, type Room } from './render-prompt.ts';
import { clipped, escaped, firstOf, mrkdwn, oneLine } from './text.ts';
import { signOf } from './tone.ts';

export type Drawn = { readonly line: string } | { readonly blocks: readonly Block[] };

export function drawnRow(row: Row, room: Room, at: Standing): Drawn {
  switch (row.row) {
    case 'prompt':
      return { blocks: promptBlocks(row, room, at) };
    case 'text':
      return { line: `${signOf(row.tone)}${firstOf(oneLine(row.text), longestLine)}` };
    case 'heading':
      return { line: `\n*${bare(row.text)}*` };
    case 'fact':
      return { line: `${bare(row.label)}: ${signOf(row.tone)}*${bare(row.value)}*` };
    case 'cells':
      return cells(row, at);
    case 'actions':
      return { blocks: buttonBlocks(row.actions, at) };
    default:
      return row satisfies never;
  }
}

const longestLine = 2_000;
// Escaped it may be five times as long, and two of them stand in one block.
const longestName = 200;

function cells(row: Extract<Row, { row: 'cells' }>, at: Standing): Drawn {
  // The label says what the cells show, so that no number stands there twice.
  const line = `*${bare(row.name)}*  ${bare(row.label)}`;
  const accessory = row.action && button(row.action, at);
  if (!accessory) return { line };
  return { blocks: [{ type: 'section', text: mrkdwn(line), accessory }] };
}

/** Inside emphasis a star would end it. */
function bare(text: string): string {
  const [line] = oneLine([{ text }]);
  return escaped(clipped(line?.text ?? '', longestName)).replaceAll('*', '∗');
}
