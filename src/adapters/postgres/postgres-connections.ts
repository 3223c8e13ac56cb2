/** Which platforms are paused, for every replica and the terminal to see; and who we are on each. */
import { platforms } from '../../domain/event.ts';
import type { Connections } from '../../flow/ports/connections.ts';
import { type Database, reading, writing } from './database.ts';

export function postgresConnections(database: Database): Connections {
  return {
    // The first reason stays: what follows from it says less.
    pause: (platform, why, since) =>
      writing(database, async (tx) => {
        const row = { platform, why, since };
        await tx
          .insertInto('pauses')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    resume: (platform) =>
      writing(database, async (tx) => {
        await tx.deleteFrom('pauses').where('platform', '=', platform).execute();
      }),
    paused: () =>
      reading(database, async (kysely) => {
        const rows = await kysely.selectFrom('pauses').selectAll().orderBy('platform').execute();
        return rows.flatMap(({ platform, since, why }) => {
          const known = platforms.find((one) => one === platform);
          return known ? [{ platform: known, since, why }] : [];
        });
      }),
    remember: (platform, account) =>
      writing(database, async (tx) => {
        await tx
          .insertInto('accounts')
          .values({ platform, ...account })
          .onConflict((conflict) => conflict.column('platform').doUpdateSet(account))
          .execute();
      }),
    remembered: (platform, mark) =>
      reading(database, async (kysely) => {
        const rows = kysely.selectFrom('accounts').select('says');
        const row = await rows.where('platform', '=', platform).where('mark', '=', mark).executeTakeFirst();
        return row?.says;
      }),
  };
}
