/** Turns taken in the database, so that all replicas together keep to a platform's pace. */
import { sql, type Transaction } from 'kysely';
import { millisecondsOf, toInstant } from '../../domain/time/instant.ts';
import type { Pace, Pacing, Turn } from '../../flow/ports/pacing.ts';
import { ask, type Counted } from '../../flow/turns.ts';
import { type Database, writing } from './database.ts';
import type { Tables } from './tables.ts';

export function postgresPacing(database: Database): Pacing {
  return {
    take: (paces, now, who) => writing(database, (tx) => take(tx, { paces, now: millisecondsOf(now), who })),
  };
}

type Asking = { readonly paces: readonly Pace[]; readonly now: number; readonly who: string };

async function take(tx: Transaction<Tables>, { paces, now, who }: Asking): Promise<Turn> {
  const place = await tx.selectFrom('pace_places').select('at').where('who', '=', who).executeTakeFirst();
  if (place && Number(place.at) > now) return { go: false, at: toInstant(Number(place.at)) };
  const counted = await lock(tx, paces);
  const asked = ask(counted, now);
  for (const [index, { next, place: last }] of asked.counts.entries()) {
    const set = { next: String(next), place: String(last) };
    await tx
      .updateTable('paces')
      .set(set)
      .where('key', '=', counted[index]?.pace.key ?? '')
      .execute();
  }
  if (asked.go) {
    if (place) await tx.deleteFrom('pace_places').where('who', '=', who).execute();
    return { go: true };
  }
  await keepPlace(tx, { who, at: asked.at, now });
  return { go: false, at: toInstant(asked.at) };
}

/** Always in the same order, so that two who ask do not wait for each other. */
async function lock(tx: Transaction<Tables>, paces: readonly Pace[]): Promise<readonly Counted[]> {
  const inOrder = [...paces].sort((a, b) => (a.key < b.key ? -1 : 1));
  const counted: Counted[] = [];
  for (const pace of inOrder) {
    const row = await tx
      .insertInto('paces')
      .values({ key: pace.key, next: '0', place: '0' })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ key: pace.key }))
      .returning(['next', 'place'])
      .executeTakeFirstOrThrow();
    counted.push({ pace, count: { next: Number(row.next), place: Number(row.place) } });
  }
  return counted;
}

// Who never came back within an hour is waiting for something else.
const forgotten = 3_600_000;

async function keepPlace(tx: Transaction<Tables>, { who, at, now }: { who: string; at: number; now: number }) {
  await sql`delete from pace_places where at < ${now - forgotten}`.execute(tx);
  await tx
    .insertInto('pace_places')
    .values({ who, at: String(at) })
    .onConflict((conflict) => conflict.column('who').doUpdateSet({ at: String(at) }))
    .execute();
}
