/**
 * The least a Bolt app can do with a press: acknowledge it, or with DATABASE_URL make one durable insert first. Nothing is
 * asked of Slack and nothing is drawn, so it is as fast as Bolt allows.
 */
import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver, LogLevel } from '@slack/bolt';
import pg from 'pg';
import { environment } from '../../src/config.ts';
import { signingSecret, team } from './signing.ts';

const { DATABASE_URL: database } = environment();
const pool = database === undefined ? undefined : new pg.Pool({ connectionString: database, max: 10 });
await pool?.query('create table presses (id bigserial primary key, by_user text, pressed text, at timestamptz)');

const receiver = new ExpressReceiver({ signingSecret, endpoints: '/slack/events', logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  // With a token instead, Bolt would ask Slack about it.
  authorize: async () => ({ botToken: 'xoxb-of-nobody', botId: 'B1', botUserId: 'U1', teamId: team }),
});
app.action(/[\s\S]*/, async ({ body, action, ack }) => {
  const pressed = 'value' in action ? action.value : '';
  await pool?.query('insert into presses (by_user, pressed, at) values ($1, $2, clock_timestamp())', [
    body.user.id,
    pressed,
  ]);
  await ack();
});
const server = receiver.app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', async () => {
  server.closeAllConnections();
  await pool?.end();
  process.exit(0);
});
