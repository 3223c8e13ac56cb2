/** Card → Block Kit, for a message, a modal or Home. Pure: the same card drawn for the same place gives the same blocks. */
import type { Action, Card } from '../../domain/card/card.ts';
import type { View } from '../../domain/card/view.ts';
import type { Block, Button } from './block-kit.ts';
import { buttonValue } from './button-value.ts';
import { limits, type Surface } from './limits.ts';
import { fits, type Part, partsOf, wordsIn } from './packing.ts';
import { buttonBlocks, buttonOf, numbers, type Standing } from './render-action.ts';
import { type Note, noteBlocks } from './render-note.ts';
import type { Room } from './render-prompt.ts';
import { blocksOf } from './rich-text.ts';
import { clipped, escaped, firstOf, oneLine, plainText } from './text.ts';
import { progressBar } from './tone.ts';

export type Drawing = {
  readonly card: Card;
  readonly view: View;
  readonly surface: Surface;
  readonly note?: Note;
  /** Of a card too long for one message, from 1. */
  readonly part?: number;
  /** Offers to post it for everybody. */
  readonly share?: boolean;
};

export type Rendered = { readonly blocks: readonly Block[]; readonly text: string };

export function render(drawing: Drawing): Rendered {
  const { card, surface, view } = drawing;
  if (view.show === 'prompt') return { blocks: together(drawn(drawing, all), drawing), text: fallbackOf(card) };
  const roomy = drawn(drawing, rooms[surface]);
  const chosen = roomy.parts.length <= 1 ? roomy : drawn(drawing, tight);
  return { blocks: together(chosen, drawing), text: fallbackOf(card) };
}

/** For notifications, and for who cannot see blocks. */
export function fallbackOf({ summary, title }: Card): string {
  return escaped(summary.trim() === '' ? title : summary, limits.fallback) || 'Muster';
}

const wide: Room = { text: 6_000, detail: 9_000, beside: 6_000 };
const rooms: Readonly<Record<Surface, Room>> = {
  message: { text: 2_500, detail: 2_500, beside: 1_500 },
  ephemeral: { text: 2_500, detail: 2_500, beside: 1_500 },
  modal: wide,
  home: wide,
};
/** About one prompt alone all of it is shown, in as many parts as that takes. */
const all: Room = { text: 6_000, detail: 60_000, beside: 4_000, whole: true };
/** Beside many others. All of it stands under the prompt's own button. */
const tight: Room = { text: 1_200, detail: 600, beside: 400 };

type Pieces = { readonly head: readonly Block[]; readonly parts: readonly Part[]; readonly foot: readonly Block[] };

function drawn(drawing: Drawing, room: Room): Pieces {
  const { card, surface, view, note } = drawing;
  const at: Standing = { numbers: numbers(), ...(surface === 'ephemeral' && { in: view }) };
  const head = [...headBlocks(card), ...noteBlocks(note, at)];
  const foot = [...buttonBlocks(card.actions, at), ...shareBlocks(drawing, at)];
  // Kept free for the buttons that turn parts over.
  const turning = { blocks: 2, words: 300 };
  const budget = {
    blocks: limits.blocks[surface] - head.length - foot.length - turning.blocks,
    words: limits.words[surface] - wordsIn(head) - wordsIn(foot) - turning.words,
  };
  return { head, parts: partsOf(card.rows, budget, { room, at }), foot };
}

function together({ head, parts, foot }: Pieces, drawing: Drawing): readonly Block[] {
  const part = Math.min(Math.max(drawing.part ?? 1, 1), Math.max(parts.length, 1));
  const shown = parts[part - 1]?.blocks ?? [];
  const all = [...head, ...shown, ...turningBlocks(drawing, parts, part), ...foot];
  const { surface } = drawing;
  return fits(all, { blocks: limits.blocks[surface], words: limits.words[surface] }) ? all : [...head, ...foot];
}

const mostLines = 1_500;

function headBlocks({ title, lines, progress }: Card): readonly Block[] {
  const each = Math.max(120, Math.floor(mostLines / Math.max(lines.length, 1)));
  const shown = lines.slice(0, mostLines / 120).map((line) => firstOf(oneLine(line), each));
  const bar = progress && `${progressBar(progress.answered, progress.of)}  ${clipped(progress.label, 200)}`;
  return [
    { type: 'header', text: plainText(title.replaceAll(/\s+/g, ' '), limits.header) },
    ...blocksOf(shown),
    ...(bar ? [{ type: 'context' as const, elements: [plainText(bar, limits.text)] }] : []),
  ];
}

/** A kept message shows its first part, and a window beside it the rest; everywhere else one leafs. */
function turningBlocks({ surface, view }: Drawing, parts: readonly Part[], part: number): readonly Block[] {
  if (parts.length <= 1) return [];
  const left = parts.slice(part).reduce((sum, { rows }) => sum + rows, 0);
  const leafs = surface === 'modal' || surface === 'ephemeral';
  const to = (label: string, page: number) => turn(label, { view, page, leafs });
  const buttons = turns([
    ...(leafs && part > 1 ? [to('Back', part - 1)] : []),
    ...(part < parts.length ? [to(leafs ? 'Next' : 'Show the rest', part + 1)] : []),
  ]);
  const said = left > 0 ? `Part ${part} of ${parts.length}: ${left} more below.` : `Part ${part} of ${parts.length}.`;
  return [
    { type: 'context', elements: [plainText(leafs ? said : `And ${left} more.`, limits.text)] },
    ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
  ];
}

function turns(buttons: readonly (Button | undefined)[]): Button[] {
  return buttons.filter((each) => each !== undefined);
}

type Turn = { readonly view: View; readonly page: number; readonly leafs: boolean };

function turn(label: string, { view, page, leafs }: Turn): Button | undefined {
  const value = buttonValue({ press: 'show', view }, { part: page, ...(leafs && { in: view }) });
  if (value === undefined) return undefined;
  // Its number is one no other button of the card can have.
  return { ...buttonOf({ label }, 'show', value, { numbers: numbers() }), action_id: `show:part-${page}` };
}

function shareBlocks({ share, view }: Drawing, at: Standing): readonly Block[] {
  const value = share ? buttonValue({ press: 'share', view }) : undefined;
  if (value === undefined) return [];
  return [{ type: 'actions', elements: [buttonOf(shareAction, 'share', value, at)] }];
}

const shareAction: Omit<Action, 'press'> = {
  label: 'Share in this channel',
  describes: 'Share the counts with everybody in this channel',
};
