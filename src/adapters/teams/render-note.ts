/** What came of the last press: a line at the top of the card, with the way on where one is offered. */
import type { Press } from '../../domain/card/card.ts';
import type { Container } from './adaptive-card.ts';
import { button, buttonRows } from './render-action.ts';
import { clipped, rich, run } from './text.ts';

export type Note = {
  readonly sentence: string;
  readonly refused: boolean;
  /** The same press once more, confirmed. */
  readonly confirm?: Press;
  /** What was entered into a form that is no more: nothing typed may be lost. */
  readonly typed?: readonly string[];
};

const longest = 500;
const mostTyped = 1_500;

export function noteContainer({ sentence, refused, confirm, typed = [] }: Note): Container {
  const each = Math.max(100, Math.floor(mostTyped / Math.max(typed.length, 1)));
  const lines = typed.slice(0, 20).map((text) => rich([run(clipped(text, each))], 'Small'));
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
