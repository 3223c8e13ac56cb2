/** A table of its columns. Where it is wider than its place it scrolls by itself; on a phone each row is a short list. */
import type { ComponentChildren } from 'preact';

export type Column<Row> = {
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly number?: true;
  readonly look?: (row: Row) => string;
};

type WideProps<Row> = {
  /** The id of the heading that names it. */
  readonly labelled: string;
  readonly columns: readonly Column<Row>[];
  /** What the row is about, where its first cell names it. */
  readonly named?: Column<Row>;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
};

export function Wide<Row>({ labelled, columns, named, rows, idOf }: WideProps<Row>) {
  return (
    <section class="wide" aria-labelledby={labelled} tabindex={0}>
      <table>
        <thead>
          <tr>
            {[...(named ? [named] : []), ...columns].map((column) => (
              <th scope="col" key={column.title} class={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)}>
              {named && <th scope="row">{named.cell(row)}</th>}
              {columns.map((column) => (
                <td key={column.title} class={classOf(column, row)} data-label={column.title}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function classOf<Row>({ number, look }: Column<Row>, row?: Row): string | undefined {
  const classes = [number && 'number', row !== undefined && look?.(row)].filter(Boolean);
  return classes.length > 0 ? classes.join(' ') : undefined;
}
