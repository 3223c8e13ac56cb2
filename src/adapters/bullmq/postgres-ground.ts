/** The queues on a Postgres server, in a schema of their own, through a pool of their own. */
import { createPostgresBackend, type PgPool, type PgPoolClient, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Ground } from './ground.ts';
import { workerOptions } from './worker-options.ts';

const schema = 'bullmq';
const { Queue, Worker } = withBackend(createPostgresBackend);

/**
 * Every worker keeps one connection for LISTEN and never gives it back: five workers on a pool of five hang for ever.
 * We have two, and the rest is for what they and the queues ask.
 */
const connections = { listening: 2, asking: 4 };

export async function postgresGround(databaseUrl: string, log: Logger): Promise<Ground> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections.listening + connections.asking,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    // Not by the connection's options: those that stand in the address itself would take their place.
    onConnect: async (client) => {
      await client.query(`set search_path to ${schema}`);
    },
  });
  pool.on('error', (error) => log.warn({ err: error }, 'The queue lost a connection to Postgres, and opens another.'));
  // A connection that breaks tells its listeners, and without one it ends the process; whoever asks on it is told anyway.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return groundOn(pool as unknown as PgPool, log, () => pool.end());
}

/** The migrations want one session from beginning to end: they lock, so that of many processes one migrates. */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client as unknown as PgPoolClient, schema);
  } finally {
    client.release();
  }
}

export function groundOn(pool: PgPool, log: Logger, close: () => Promise<void>): Ground {
  const trouble = (error: Error) => log.warn({ err: error }, 'The queue stumbled, and goes on.');
  return {
    queue(name) {
      const queue = new Queue<unknown, void>(name, { connection: pool });
      queue.on('error', trouble);
      return queue;
    },
    worker(name, process) {
      const worker = new Worker<unknown, void>(name, process, { connection: pool, ...workerOptions });
      worker.on('error', trouble);
      return worker;
    },
    ping: () => pool.query('select 1'),
    close,
  };
}
