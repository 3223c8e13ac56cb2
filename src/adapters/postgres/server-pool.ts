/** Connections to a Postgres server. They come back by themselves when the server does. */
import pg from 'pg';

/** Ten suffice: what waits for one stream in a process is written in one transaction. */
const connections = 10;

export function serverPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'muster',
    // A process that froze within a transaction must not hold a stream's lock for ever.
    idle_in_transaction_session_timeout: 30_000,
    async onConnect(client) {
      await client.query('set search_path to muster, bullmq');
    },
  });
  // Without listeners a lost connection ends the process. Whoever waits on it is told by its own query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
