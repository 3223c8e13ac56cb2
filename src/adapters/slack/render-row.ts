/** Rows → what is drawn: lines that may share a block, or blocks of their own. */
import type { Row, Span } from '../../domain/card/card.ts';
import type { Block } from './block-kit.ts';
import { limits } from './limits.ts';
import { button, buttonBlocks, type Standing } from './render-action.ts';
import { promptBlocks, type Room } from './render-prompt.ts';
import { clipped, firstOf, type Line, mrkdwn, oneLine, plainText } from './text.ts';
import { signOf } from './tone.ts';

export type Drawn = { readonly line: Line } | { readonly blocks: readonly Block[] };

export function drawnRow(row: Row, room: Room, at: Standing): Drawn {
  switch (row.row) {
    case 'prompt':
      return { blocks: promptBlocks(row, room, at) };
    case 'text':
      return { line: [{ text: signOf(row.tone) }, ...firstOf(oneLine(row.text), longestLine)] };
    case 'heading':
      return { line: [{ text: '\n' }, strong(row.text)] };
    case 'fact':
      return { line: [{ text: `${bare(row.label)}: ${signOf(row.tone)}` }, strong(row.value)] };
    case 'cells':
      return cells(row, at);
    case 'actions':
      return { blocks: buttonBlocks(row.actions, at) };
    default:
      return row satisfies never;
  }
}

const longestLine = 2_000;
const longestName = 200;

function cells(row: Extract<Row, { row: 'cells' }>, at: Standing): Drawn {
  // The label says what the cells show, so that no number stands there twice.
  const accessory = row.action && button(row.action, at);
  const [name, label] = [bare(row.name), bare(row.label)];
  if (!accessory) return { line: [strong(row.name), { text: `  ${label}` }] };
  // Only a section has a button beside it, and there Slack reads signs: it is emphasised where none could be one.
  const words = marks.test(name + label) ? plainText(`${name}  ${label}`, limits.text) : mrkdwn(`*${name}*  ${label}`);
  return { blocks: [{ type: 'section', text: words, accessory }] };
}

const marks = /[*_~`<>&@#]|:\S+:/;

function strong(text: string): Span {
  return { text: bare(text), strong: true };
}

function bare(text: string): string {
  const [line] = oneLine([{ text }]);
  return clipped(line?.text ?? '', longestName);
}
