/** An insert whose words do not depend on how many rows there are, since they go as one value: it can be prepared. */
import { type Insertable, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

type Column<T extends keyof Tables> = keyof Tables[T] & string;

/** What becomes of a row that is there by its key. */
export type Clash<T extends keyof Tables> = {
  readonly key: readonly Column<T>[];
  /** The columns that become the new row's; with none it stays as it is. */
  readonly take: readonly Column<T>[];
  readonly where?: string;
};

/** Every row has the columns of the first. Without a `clash` a row that is there is an error. */
export function rowsInto<T extends keyof Tables>(
  table: T,
  rows: readonly Insertable<Tables[T]>[],
  clash?: Clash<T>,
): RawBuilder<object> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  const into = sql.raw(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, `,
  );
  return sql`${into}${storable(rows)}::json)${sql.raw(clash ? onConflict(clash) : '')}`;
}

/** Postgres takes neither half a surrogate pair nor a zero byte, and both stand escaped in JSON. */
function storable(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  if (!/\\u(?:d|0000)/.test(json)) return json;
  return JSON.stringify(rows, (_, value) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  );
}

function onConflict<T extends keyof Tables>({ key, take, where }: Clash<T>): string {
  const on = ` on conflict (${key.join(', ')}) do `;
  if (take.length === 0) return `${on}nothing`;
  const set = take.map((column) => `${column} = excluded.${column}`).join(', ');
  return `${on}update set ${set}${where === undefined ? '' : ` where ${where}`}`;
}
