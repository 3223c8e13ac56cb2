/** Rows of streams that do not exist: nothing tells of them, so nothing would ever mend them. */
import { sql, type Transaction } from 'kysely';
import { type Database, writing } from './database.ts';
import type { Tables } from './tables.ts';

/** A stream's rows come with it in one transaction, so none of a running Muster is taken. Returns how many last answers went. */
export async function deleteOrphans(database: Database): Promise<number> {
  const gone = await writing(database, (tx) =>
    sql`delete from last_answers where ${missing('review', 'last_answers.review')}`.execute(tx),
  );
  await writing(database, (tx) => sql`delete from reviews where ${missing('review', 'reviews.id')}`.execute(tx));
  await writing(database, (tx) =>
    sql`delete from deliveries where ${missing('contact', 'deliveries.contact')}`.execute(tx),
  );
  await writing(database, duties);
  return Number(gone.numAffectedRows ?? 0);
}

/** A duty stands when its review noted it, or when a delivery bears it. */
async function duties(tx: Transaction<Tables>): Promise<void> {
  const gone = sql`not exists (select from deliveries where deliveries.id = duties.delivery)`;
  await sql`delete from duties where ${missing('review', 'duties.review')} and ${gone}`.execute(tx);
  await sql`update duties set delivery = null, place = null where delivery is not null and ${gone}`.execute(tx);
}

function missing(kind: 'review' | 'contact', id: string) {
  return sql`not exists (select from streams where kind = ${kind} and id = ${sql.ref(id)} and version > 0)`;
}
