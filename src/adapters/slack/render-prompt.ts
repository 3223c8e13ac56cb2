/** One prompt on a card: where it stands, what is asked, what is recorded, what one can do. */
import type { PromptRow, Span } from '../../domain/card/card.ts';
import type { Block } from './block-kit.ts';
import { limits } from './limits.ts';
import { buttonBlocks, type Standing } from './render-action.ts';
import { blocksOf } from './rich-text.ts';
import { sharesOf } from './shares.ts';
import {
  bar,
  barred,
  clipped,
  firstOf,
  type Line,
  lineBreaks,
  linesOf,
  oneLine,
  plainText,
  roomFor,
  wordsOf,
} from './text.ts';
import { signOf } from './tone.ts';

/** How much of a prompt is shown: all there is room for, or enough to go on beside many others. */
export type Room = {
  readonly text: number;
  readonly detail: number;
  readonly beside: number;
  /** Goes on in the next part where one is too short for it: for a card about this prompt alone. */
  readonly whole?: true;
};

export function promptBlocks(row: PromptRow, room: Room, at: Standing): readonly Block[] {
  return [
    ...blocksOf(asked(row, room.text)),
    ...blocksOf(recorded(row, room.detail)),
    ...beside(row, room.beside),
    ...buttonBlocks(row.actions, at),
  ];
}

function asked({ section, number, text }: PromptRow, most: number): readonly Line[] {
  const place = clipped(`${section} ${number}`.trim(), 200);
  return [[{ text: place, strong: true }], ...linesOf(text, { line: limits.text, room: most })];
}

function recorded({ answer }: PromptRow, most: number): readonly Line[] {
  if (!answer) return [];
  const label = [{ text: signOf(answer.tone) }, { text: clipped(answer.label, 300), strong: true }];
  const shown = answer.detail.slice(0, Math.max(1, Math.floor(most / 100))).map(quoted);
  const shares = sharesOf(
    shown.map((spans) => roomFor(spans, quotedLine)),
    most,
  );
  return [label, ...shown.flatMap((spans, at) => quotedLines(spans, Math.max(100, shares[at] ?? 0)))];
}

// The bar may be set before a line that a block begins with.
const quotedLine = limits.text - bar.length;

/** What somebody wrote in several lines is marked from the first. */
function quoted(spans: readonly Span[]): readonly Span[] {
  return spans.some(({ text }) => lineBreaks.test(text)) ? [{ text: bar }, ...barred(spans)] : spans;
}

function quotedLines(spans: readonly Span[], room: number): readonly Line[] {
  const lines = linesOf(spans, { line: quotedLine, room });
  // A text too long for one block goes on in the next, in the middle of a line.
  return lines.map((line, at) => (at === 0 || wordsOf(line).startsWith(bar) ? line : [{ text: bar }, ...line]));
}

function beside({ remarks, notes }: PromptRow, most: number): readonly Block[] {
  const lines = [remarks.join(' · '), ...notes].filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  const room = Math.floor(most / Math.min(lines.length, mostLines));
  const shown = lines
    .slice(0, mostLines)
    .map((line) => firstOf(oneLine([{ text: line }]), Math.min(Math.max(room, 80), limits.text)))
    .map((line) => plainText(wordsOf(line), limits.text));
  return [{ type: 'context', elements: shown }];
}

// Slack takes ten elements in a context block.
const mostLines = 10;
