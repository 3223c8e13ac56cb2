/** Every row of a card that is no prompt. */

import type { PromptRow, Row } from '../../domain/card/card.ts';
import { legible } from '../../domain/invisible.ts';
import { Actions } from './render-action.tsx';
import { Cells } from './render-cells.tsx';
import { Text } from './render-text.tsx';
import { ToneMark, toneClass } from './render-tone.tsx';
import type { Standing } from './standing.ts';

type PlainRow = Exclude<Row, PromptRow>;

export function PlainRowView({
  row,
  at,
  name,
}: {
  readonly row: PlainRow;
  readonly at: Standing;
  readonly name: string;
}) {
  switch (row.row) {
    case 'text':
      return <TextRow row={row} />;
    case 'heading':
      return <h3 class="row-heading">{legible(row.text)}</h3>;
    case 'fact':
      return <Fact row={row} />;
    case 'cells':
      return <CellsRow row={row} at={at} name={name} />;
    case 'actions':
      return (
        <div class="acts row">
          <Actions actions={row.actions} at={at} name={name} />
        </div>
      );
    default:
      return row satisfies never;
  }
}

function TextRow({ row }: { readonly row: Extract<Row, { row: 'text' }> }) {
  const tone = row.tone ?? 'neutral';
  return (
    <p class={`row text-row ${toneClass(tone)}`} dir="auto">
      <ToneMark tone={tone} />
      <Text spans={row.text} />
    </p>
  );
}

function Fact({ row }: { readonly row: Extract<Row, { row: 'fact' }> }) {
  const tone = row.tone ?? 'neutral';
  return (
    <dl class="row fact">
      <dt>{legible(row.label)}</dt>
      <dd class={toneClass(tone)}>
        <ToneMark tone={tone} />
        <bdi>{legible(row.value)}</bdi>
      </dd>
    </dl>
  );
}

function CellsRow({
  row,
  at,
  name,
}: {
  readonly row: Extract<Row, { row: 'cells' }>;
  readonly at: Standing;
  readonly name: string;
}) {
  return (
    <div class="row cells-row">
      <span class="cells-name">{legible(row.name)}</span>
      <Cells cells={row.cells} label={legible(`${row.name}: ${row.label}`)} />
      <span class="cells-label" aria-hidden="true">
        {legible(row.label)}
      </span>
      {row.action && (
        <span class="acts">
          <Actions actions={[row.action]} at={at} name={name} />
        </span>
      )}
    </div>
  );
}
