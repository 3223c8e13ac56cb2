/** How far the demo's clock was moved ahead. Database time plus this is the time of everything recorded. */
import { sql } from 'kysely';
import { type Database, reading, writing } from './database.ts';

export type DemoClockRow = {
  /** Milliseconds; 0 unless this is a demo whose clock was moved. */
  read(): Promise<number>;
  /** To that many ahead of the real time; forward only, since the record never goes back. Returns how far it is now. */
  moveTo(milliseconds: number): Promise<number>;
};

export function demoClockRow(database: Database): DemoClockRow {
  return {
    read: () =>
      reading(database, async (kysely) => {
        const { offset_ms } = await kysely.selectFrom('clock').select('offset_ms').executeTakeFirstOrThrow();
        return Number(offset_ms);
      }),
    moveTo(milliseconds) {
      const ahead = Math.max(0, Math.round(milliseconds));
      return writing(database, async (tx) => {
        const moved = tx.updateTable('clock').set({ offset_ms: sql<string>`greatest(offset_ms, ${ahead})` });
        return Number((await moved.returning('offset_ms').executeTakeFirstOrThrow()).offset_ms);
      });
    },
  };
}
