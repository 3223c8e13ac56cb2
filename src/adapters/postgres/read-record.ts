/** Looks up what happened, newest first. */
import type { Kysely } from 'kysely';
import type { ContactEvent } from '../../domain/contact/events.ts';
import type { Recorded } from '../../domain/event.ts';
import type { Upcasts } from '../../domain/upcasts.ts';
import type { Readings, RecordRow } from '../../flow/ports/readings.ts';
import { ledgerTypes } from './ledger-types.ts';
import { linkOf, openLinks } from './read-links.ts';
import type { Tables } from './tables.ts';

export async function record(
  kysely: Kysely<Tables>,
  { stream, before, limit }: Parameters<Readings['record']>[0],
): Promise<readonly RecordRow[]> {
  const rows = await kysely
    .selectFrom('events')
    .selectAll()
    .$if(stream !== undefined, (all) =>
      all.where('kind', '=', stream?.kind ?? 'review').where('stream', '=', stream?.id ?? ''),
    )
    .$if(before !== undefined, (all) =>
      all.where('position', '<', (inner) =>
        inner
          .selectFrom('events')
          .select('position')
          .where('id', '=', before ?? ''),
      ),
    )
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const { id, stream, version, type, at, by, source, hash } = linkOf(row);
    return { id, stream, version, type, at, by, source, hash };
  });
}

export async function ledgerEvents(
  kysely: Kysely<Tables>,
  { contact, limit }: Parameters<Readings['ledgerEvents']>[0],
  upcasts: Upcasts,
): Promise<readonly Recorded<ContactEvent>[]> {
  const all = kysely.selectFrom('events').selectAll().where('kind', '=', 'contact');
  const rows = await all
    .where('type', 'in', ledgerTypes)
    .$if(contact !== undefined, (some) => some.where('stream', '=', contact ?? ''))
    .orderBy('position', 'desc')
    .$if(limit !== undefined, (some) => some.limit(limit ?? 0))
    .execute();
  return openLinks(kysely, 'contact', rows.map(linkOf), upcasts);
}
