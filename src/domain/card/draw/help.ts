/** What one can type, and what it does. */
import { show } from '../action.ts';
import type { Card, Row } from '../card.ts';
import { commands } from '../commands.ts';

export function helpCard(): Card {
  const sentence =
    'Muster asks the people who know, on schedule, and keeps proof. You can answer from any message it sent you.';
  return {
    title: 'What you can ask Muster',
    lines: [[{ text: sentence }]],
    rows: commands.map(({ usage, does }): Row => ({ row: 'fact', label: usage, value: does })),
    actions: [show('What waits for me', { show: 'mine' }, { style: 'primary' })],
    summary: `You can type ${commands.map(({ name }) => name).join(', ')}.`,
  };
}
