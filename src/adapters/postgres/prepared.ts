/** Statements whose words are always the same: the server reads and plans each once a connection, and not every time. */
import type { RawBuilder } from 'kysely';
import type { Database } from './database.ts';

const names = new Map<string, string>();
/** Words that differ each time would fill every connection's memory; none of ours do. */
const most = 100;

/** Outside a transaction. */
export async function prepared<R extends object = object>(
  { kysely, pool, pglite }: Pick<Database, 'kysely' | 'pool' | 'pglite'>,
  query: RawBuilder<R>,
): Promise<readonly R[]> {
  const { sql: text, parameters } = query.compile(kysely);
  // All clients of the embedded database share one session, and none knows what another has named there.
  const name = pglite ? undefined : nameOf(text);
  // Not through the pool: it closes the connection of a statement that was refused, and what was prepared there goes with it.
  const client = await pool.connect();
  try {
    const { rows } = await client.query<R>({ ...(name !== undefined && { name }), text, values: [...parameters] });
    return rows;
  } finally {
    client.release();
  }
}

/** Undefined where too many have a name already: then it is read and planned anew. */
function nameOf(text: string): string | undefined {
  const name = names.get(text) ?? (names.size < most ? `muster_${names.size}` : undefined);
  if (name !== undefined) names.set(text, name);
  return name;
}
