/** Statements whose words are always the same: the server reads and plans each once a connection, and not every time. */
import type { RawBuilder } from 'kysely';
import type { Database } from './database.ts';

const names = new Map<string, string>();
/** Words that differ each time would fill every connection's memory. */
const most = 100;

/** Outside a transaction. */
export async function prepared<R extends object = object>(
  { kysely, pool, pglite }: Pick<Database, 'kysely' | 'pool' | 'pglite'>,
  query: RawBuilder<R>,
): Promise<readonly R[]> {
  const { sql: text, parameters } = query.compile(kysely);
  // All clients of the embedded database share one session, and none knows what another has named there.
  const name = pglite ? {} : { name: nameOf(text) };
  const { rows } = await pool.query<R>({ ...name, text, values: [...parameters] });
  return rows;
}

function nameOf(text: string): string {
  const name = names.get(text) ?? `muster_${names.size}`;
  if (names.size >= most && !names.has(text))
    throw new Error(`This statement's words are not always the same: ${text}`);
  names.set(text, name);
  return name;
}
