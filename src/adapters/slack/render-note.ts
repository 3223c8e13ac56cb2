/** What came of the last press: a line at the top of the card, with the way on where one is offered. */
import type { Press } from '../../domain/card/card.ts';
import type { Block } from './block-kit.ts';
import { limits } from './limits.ts';
import { buttonBlocks, type Standing } from './render-action.ts';
import { firstOf, oneLine, plainText, wordsOf } from './text.ts';

export type Note = {
  readonly sentence: string;
  readonly refused: boolean;
  /** The same press once more, confirmed. */
  readonly confirm?: Press;
};

const longest = 800;

export function noteBlocks(note: Note | undefined, at: Standing): readonly Block[] {
  if (!note) return [];
  const sign = note.refused ? '⚠ ' : '✓ ';
  const said = wordsOf(firstOf(oneLine([{ text: note.sentence }]), longest));
  const line = plainText(`${sign}${said}`, limits.text);
  const again = note.confirm ? buttonBlocks([{ label: 'Yes, I mean it', press: note.confirm }], at) : [];
  return [{ type: 'context', elements: [line] }, ...again];
}
