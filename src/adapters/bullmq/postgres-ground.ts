/** The queues on a Postgres server, in a schema of their own, through a pool of their own. */
import {
  createPostgresBackend,
  type PgPool,
  type PgPoolClient,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
  Queue,
  runMigrations,
} from 'bullmq';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Ground } from './ground.ts';
import { type OutageLog, outageLog } from './outage-log.ts';
import { PatientWorker } from './patient-worker.ts';
import { queueOptions, workerOptions } from './queue-options.ts';

const schema = 'bullmq';

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
  const outage = outageLog(log);
  pool.on('error', outage.lost);
  // A connection that breaks tells its listeners, and without one it ends the process; whoever asks on it is told anyway.
  pool.on('connect', (client) => {
    outage.back();
    client.on('error', () => undefined);
  });
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return groundOn(pool as unknown as PgPool, outage, () => pool.end());
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

type Backend = PostgresQueueBackend;
type Connection = PostgresConnectionOptions;

export function groundOn(pool: PgPool, outage: OutageLog, close: () => Promise<void>): Ground {
  const trouble = (error: Error) => (isLoss(error) ? outage.lost(error) : outage.trouble(error));
  return {
    queue(name) {
      const queue = new Queue<unknown, void, string, unknown, void, string, Backend, Connection>(
        name,
        { connection: pool, ...queueOptions },
        createPostgresBackend,
      );
      queue.on('error', trouble);
      return queue;
    },
    worker(name, process) {
      const options = { connection: pool, ...workerOptions };
      const worker = new PatientWorker<Backend, Connection>(name, process, options, createPostgresBackend);
      worker.on('error', trouble);
      return worker;
    },
    async ping() {
      await pool.query('select 1');
      outage.back();
    },
    close,
  };
}

/** Node's own codes, `ECONNREFUSED` and its like, and the words of pg and of a server that stops or starts. */
function isLoss(error: Error & { code?: unknown }): boolean {
  if (typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return true;
  return /connection terminated|database system is|terminating connection/i.test(error.message);
}
