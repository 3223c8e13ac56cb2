/** Every row of a card, as elements that stay together. */
import type { Row } from '../../domain/card/card.ts';
import type { Element } from './adaptive-card.ts';
import { actionRows, buttonOf, buttonRows } from './render-action.ts';
import { type Entry, promptElements, type Room } from './render-prompt.ts';
import { clipped, heading, pieces, rich, run, runs } from './text.ts';
import { cellRuns, signOf } from './tone.ts';

/** `entry` is of a prompt. */
export function rowElements(row: Row, room: Room, entry: Entry): readonly Element[] {
  switch (row.row) {
    case 'prompt':
      return promptElements(row, room, entry);
    case 'text':
      return room.whole
        ? pieces([...signOf(row.tone), ...row.text])
        : [rich([...signOf(row.tone), ...runs(row.text, room.text)])];
    case 'heading':
      return [heading(row.text, 200, 'Medium')];
    case 'fact': {
      const value = run(clipped(row.value, 400), { weight: 'Bolder' });
      return [rich([run(`${clipped(row.label, 200)}: `), ...signOf(row.tone), value], 'Small')];
    }
    case 'cells':
      return cells(row);
    case 'actions':
      return actionRows(row.actions, room.actions);
    default:
      return row satisfies never;
  }
}

function cells({ name, label, cells, action }: Extract<Row, { row: 'cells' }>): readonly Element[] {
  const said = [run(`${clipped(name, 200)}  `, { weight: 'Bolder' }), run(clipped(label, 200))];
  const drawn = cells.length > 0 ? [rich(cellRuns(cells), 'None')] : [];
  const left = [rich(said), ...drawn];
  if (!action) return left;
  const right = buttonRows([buttonOf(action)]);
  return [
    {
      type: 'ColumnSet',
      spacing: 'Small',
      columns: [
        { type: 'Column', width: 'stretch', items: left },
        { type: 'Column', width: 'auto', items: right },
      ],
    },
  ];
}
