/** What one can type, as it is typed here: after the command, whatever it is called in this workspace. */
import type { Card } from '../../domain/card/card.ts';
import type { Desk } from '../../flow/desk.ts';

/** The same desk in everything else. */
export function withCommand(desk: Desk, command: string): Desk {
  const own: Desk = Object.create(desk);
  return Object.assign(own, {
    card: async (...asked: Parameters<Desk['card']>) => {
      const card = await desk.card(...asked);
      return asked[0].show === 'help' ? typedAfter(command, card) : card;
    },
  });
}

function typedAfter(command: string, card: Card): Card {
  const rows = card.rows.map((row) => (row.row === 'fact' ? { ...row, label: `${command} ${row.label}` } : row));
  return { ...card, rows };
}
