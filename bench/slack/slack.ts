/** A press that is an answer on record, beside the least a Bolt app can do with one. */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { postgresServer } from '../../test/support/postgres-server.ts';
import { redisServer } from '../../test/support/redis-server.ts';
import { type AppProcess, appProcess, type Program } from '../measure/app-process.ts';
import { type Column, interleaved, type Measured, type Plan } from '../measure/rounds.ts';
import { table } from '../measure/table.ts';
import { openReview } from '../open-review.ts';
import { programFolder } from '../program.ts';
import { presses } from './presses.ts';
import { quickSlack } from './quick-slack.ts';
import { botToken, signingSecret } from './signing.ts';

const plan: Plan = { rounds: 7, connections: 10, seconds: 3, steadyPerSecond: 200, steadySeconds: 3 };
const quickPlan: Plan = { ...plan, rounds: 1, seconds: 1, steadyPerSecond: 20, steadySeconds: 1 };

const path = '/slack/events';
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const bareBolt = ['--import', 'tsx', file('./bare-bolt.ts')];
const muster = ['--enable-source-maps', file('../../dist/main.js')];

export async function slackColumns(quick: boolean): Promise<string> {
  const [postgres, redis, slack] = await Promise.all([postgresServer(), redisServer(), quickSlack()]);
  const folder = await programFolder('slack', (key) => `U${key.toUpperCase()}`);
  const apps: AppProcess[] = [];
  const start = async (program: Program) => {
    const app = await appProcess(program);
    apps.push(app);
    return app;
  };
  try {
    const bareDatabase = await postgres.createDatabase();
    const env = {
      DATABASE_URL: await postgres.createDatabase(),
      REDIS_URL: redis.url,
      MUSTER_PROGRAMS: folder,
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
    };
    const bare = await start({ arguments: bareBolt, env: {} });
    const inserting = await start({ arguments: bareBolt, env: { DATABASE_URL: bareDatabase } });
    const whole = await start({ arguments: muster, env });
    const review = await openReview(env, (owner, at) => ({
      platform: 'slack',
      conversation: `D${owner.key.toUpperCase()}`,
      message: `1795424400.${String(at).padStart(6, '0')}`,
    }));
    const rows = new pg.Pool({ connectionString: bareDatabase, max: 1 });
    const source = () => presses(review.places, review.id, slack.responseUrl);
    const count = async () => Number((await rows.query('select count(*) from presses')).rows[0]?.count);
    const columns: readonly Column[] = [
      { name: 'Bolt, acknowledges', app: bare, path, source: source() },
      { name: 'Bolt, one durable insert', app: inserting, path, source: source(), recorded: count },
      { name: 'Muster', app: whole, path, source: source(), recorded: review.recorded, settled: slack.quiet },
    ];
    const measured = await interleaved(columns, quick ? quickPlan : plan);
    await rows.end();
    await review.close();
    return report(measured, quick ? quickPlan : plan);
  } finally {
    for (const app of apps) await app.stop();
    await Promise.all([slack.close(), redis.stop(), postgres.stop(), rm(folder, { recursive: true })]);
  }
}

function report(measured: readonly Measured[], { connections, rounds, seconds, steadyPerSecond }: Plan): string {
  const floor = measured.at(1)?.perSecond ?? Number.NaN;
  const head = ['One press, acknowledged', 'per second', 'of the insert', 'processor', 'p50', 'p99'];
  const rows = measured.map(({ name, perSecond, processor, p50, p99 }) => [
    name,
    perSecond.toFixed(0),
    (perSecond / floor).toFixed(2),
    `${processor.toFixed(2)} ms`,
    `${p50.toFixed(1)} ms`,
    `${p99.toFixed(1)} ms`,
  ]);
  const how =
    `${connections} connections, all in one review; medians of ${rounds} interleaved rounds of ${seconds} s. ` +
    `p50 and p99 at a steady ${steadyPerSecond} requests a second. Processor time is the app's, with all that follows.`;
  return `${table([head, ...rows])}\n${how}`;
}
