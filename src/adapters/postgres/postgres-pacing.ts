/** Turns taken in the database, so that all replicas together keep to a platform's pace. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { millisecondsOf, toInstant } from '../../domain/time/instant.ts';
import type { Pace, Pacing, Turn } from '../../flow/ports/pacing.ts';
import { ask, type Counted } from '../../flow/turns.ts';
import { atOnce } from './at-once.ts';
import { type Database, writing, writingOne } from './database.ts';
import { prepared } from './prepared.ts';
import type { Tables } from './tables.ts';

export function postgresPacing(database: Database): Pacing {
  return {
    async take(paces, at, who) {
      const now = millisecondsOf(at);
      const [only, ...others] = paces;
      if (only && others.length === 0 && (await isFree(database, { pace: only, now, who }))) return { go: true };
      return writing(database, (tx) => take(tx, { paces, now, who }));
    },
    waiting: (now) => writingOne(database, (kysely) => waiting(kysely, millisecondsOf(now))),
  };
}

type Asking = { readonly paces: readonly Pace[]; readonly now: number; readonly who: string };

/** Takes the turn where nobody has to wait for it: most turns of one pace, in one statement. The same arithmetic as `ask`. */
async function isFree(
  database: Database,
  { pace: { key, every, burst }, now, who }: { readonly pace: Pace; readonly now: number; readonly who: string },
): Promise<boolean> {
  const rows = await writingOne(database, () =>
    prepared(
      database,
      sql<object>`insert into paces as known (key, next, place)
        select ${key}, ${now + every}::bigint, 0 where not exists (select from pace_places where who = ${who})
        on conflict (key) do update set next = greatest(known.next, ${now}::bigint) + ${every}::bigint
        where known.next - ${(burst - 1) * every}::bigint <= ${now}::bigint returning key`,
    ),
  );
  return rows.length > 0;
}

async function take(tx: Transaction<Tables>, { paces, now, who }: Asking): Promise<Turn> {
  const place = await tx.selectFrom('pace_places').select('at').where('who', '=', who).executeTakeFirst();
  if (place && Number(place.at) > now) return { go: false, at: toInstant(Number(place.at)) };
  const counted = await lock(tx, paces);
  const asked = ask(counted, now);
  const counts = asked.counts.map(({ next, place: last }, index) => {
    const set = { next: String(next), place: String(last) };
    return tx
      .updateTable('paces')
      .set(set)
      .where('key', '=', counted[index]?.pace.key ?? '');
  });
  if (asked.go) {
    const gone = place ? [tx.deleteFrom('pace_places').where('who', '=', who)] : [];
    await atOnce(tx, [...counts, ...gone]);
    return { go: true };
  }
  const at = String(asked.at);
  const kept = tx
    .insertInto('pace_places')
    .values({ who, at })
    .onConflict((conflict) => conflict.column('who').doUpdateSet({ at }));
  await atOnce(tx, [...counts, kept]);
  return { go: false, at: toInstant(asked.at) };
}

/** Always in the same order, so that two who ask do not wait for each other. */
async function lock(tx: Transaction<Tables>, paces: readonly Pace[]): Promise<readonly Counted[]> {
  if (paces.length === 0) return [];
  const inOrder = [...paces].sort((a, b) => (a.key < b.key ? -1 : 1));
  const rows = await tx
    .insertInto('paces')
    .values(inOrder.map(({ key }) => ({ key, next: '0', place: '0' })))
    .onConflict((conflict) => conflict.column('key').doUpdateSet((row) => ({ key: row.ref('excluded.key') })))
    .returning(['key', 'next', 'place'])
    .execute();
  const found = new Map(rows.map(({ key, next, place }) => [key, { next: Number(next), place: Number(place) }]));
  return inOrder.map((pace) => ({ pace, count: found.get(pace.key) ?? { next: 0, place: 0 } }));
}

// Who never came back within an hour is waiting for something else.
const forgotten = 3_600_000;

async function waiting(kysely: Kysely<Tables>, now: number): Promise<ReadonlySet<string>> {
  await sql`delete from pace_places where at < ${now - forgotten}`.execute(kysely);
  const rows = await kysely.selectFrom('pace_places').select('who').where('at', '>', String(now)).execute();
  return new Set(rows.map(({ who }) => who));
}
