/** What came of the last press: a line at the top of the card, with the way on where one is offered. */
import type { Press } from '../../domain/card/card.ts';
import type { Container } from './adaptive-card.ts';
import { bytesOf } from './limits.ts';
import { button, buttonRows } from './render-action.ts';
import { clean, clipped, rich, run } from './text.ts';

export type Note = {
  readonly sentence: string;
  readonly refused: boolean;
  /** The same press once more, confirmed. */
  readonly confirm?: Press;
  /** What was entered into a form that is no more: nothing typed may be lost. */
  readonly typed?: readonly string[];
};

const longest = 800;
// In bytes: words of people's own, beside which a row still has its place.
const mostTyped = 4_500;
const mostLines = 20;

/** Whether a note says all of it. */
export function saysAll(typed: readonly string[]): boolean {
  const most = roomOf(typed);
  return typed.length <= mostLines && typed.every((text) => bytesOf(clean(text)) <= most);
}

function roomOf({ length }: readonly string[]): number {
  return Math.max(300, Math.floor(mostTyped / Math.max(length, 1)));
}

export function noteContainer({ sentence, refused, confirm, typed = [] }: Note): Container {
  const room = roomOf(typed);
  // No letter takes more than three bytes.
  const most = (text: string) => (bytesOf(clean(text)) <= room ? room : Math.floor(room / 3));
  const lines = typed.slice(0, mostLines).map((text) => rich([run(clipped(text, most(text)))], 'Small'));
  return {
    type: 'Container',
    style: refused ? 'attention' : 'good',
    items: [
      rich([run(refused ? '⚠ ' : '✓ '), run(clipped(sentence, longest), { weight: 'Bolder' })]),
      ...(lines.length > 0 ? [rich([run('What you entered:', { isSubtle: true })], 'Small'), ...lines] : []),
      ...(confirm ? buttonRows([button({ label: 'Yes, I mean it' }, confirm)]) : []),
    ],
  };
}
