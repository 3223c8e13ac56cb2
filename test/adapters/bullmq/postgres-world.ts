/** Alarms in a database of their own on a Postgres server. */
import pg from 'pg';
import type { PostgresServer } from '../../support/postgres-server.ts';
import { type QueueWorld, queueWorld } from './queue-world.ts';

export async function postgresWorld(server: PostgresServer): Promise<QueueWorld> {
  const databaseUrl = await server.createDatabase();
  return queueWorld({
    settings: { databaseUrl },
    async wipe() {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      await client.query('delete from bullmq.job');
      await client.end();
    },
    clearUp: async () => {},
  });
}
