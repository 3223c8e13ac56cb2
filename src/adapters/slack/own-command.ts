/** What one can type, as it is typed here: after the command, whatever it is called in this workspace. */
import type { Card } from '../../domain/card/card.ts';
import type { Desk } from '../../flow/desk.ts';

export function withCommand(desk: Desk, command: string): Desk {
  return {
    ...desk,
    async card(view, viewer) {
      const card = await desk.card(view, viewer);
      return view.show === 'help' ? typedAfter(command, card) : card;
    },
  };
}

function typedAfter(command: string, card: Card): Card {
  const rows = card.rows.map((row) => (row.row === 'fact' ? { ...row, label: `${command} ${row.label}` } : row));
  return { ...card, rows };
}
