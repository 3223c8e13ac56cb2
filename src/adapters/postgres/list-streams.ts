/** All streams in a stable order, a portion at a time. */
import type { Head, Stream, StreamKind } from '../../domain/event.ts';
import { type Database, reading } from './database.ts';

export type StreamHead = { readonly stream: Stream; readonly head: Head };

const portion = 200;

/** By kind, then id, both by their bytes. */
export async function* listStreams(database: Database, kind: StreamKind): AsyncIterable<StreamHead> {
  for (let after = ''; ; ) {
    const from = after;
    const rows = await reading(database, (kysely) =>
      kysely
        .selectFrom('streams')
        .selectAll()
        .where('kind', '=', kind)
        .where('id', '>', from)
        .where('version', '>', 0)
        .orderBy('id')
        .limit(portion)
        .execute(),
    );
    for (const { id, version, hash } of rows) yield { stream: { kind, id }, head: { version, hash } };
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
