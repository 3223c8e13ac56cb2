/** Muster and two bare apps under the same presses, on Postgres, in turn. */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Platform } from '../src/domain/event.ts';
import { postgresServer } from '../test/support/postgres-server.ts';
import { redisServer } from '../test/support/redis-server.ts';
import { answers, type Chat } from './answers.ts';
import { type AppProcess, appProcess, type Program } from './measure/app-process.ts';
import { type Column, interleaved, type Measured, type Plan } from './measure/rounds.ts';
import { table } from './measure/table.ts';
import { openReview, type Place } from './open-review.ts';
import { programFolder } from './program.ts';

export type Setting = {
  readonly quick: boolean;
  readonly platform: Platform;
  readonly path: string;
  /** How the platform knows an owner, and where their chat is. */
  readonly address: (key: string) => string;
  readonly conversation: (key: string) => string;
  readonly env: Readonly<Record<string, string>>;
  /** A bare app's file: with DATABASE_URL it makes an insert. */
  readonly bare: string;
  readonly names: readonly [string, string];
  readonly chat: Chat;
  quiet(): Promise<void>;
  /** What else is to be seen of Muster while it runs, in a line below the table. */
  readonly also?: (url: string, places: readonly Place[]) => Promise<string>;
};

const plan: Plan = {
  rounds: 11,
  connections: 10,
  warmUpSeconds: 10,
  seconds: 3,
  steadyPerSecond: 200,
  steadySeconds: 2,
};
const quickPlan: Plan = { ...plan, rounds: 1, warmUpSeconds: 1, seconds: 1, steadyPerSecond: 20, steadySeconds: 1 };
const muster = ['--enable-source-maps', fileURLToPath(new URL('../dist/main.js', import.meta.url))];

export async function beside(setting: Setting): Promise<string> {
  const { platform, path, chat, bare: file } = setting;
  const how = setting.quick ? quickPlan : plan;
  const [postgres, redis] = await Promise.all([postgresServer(), redisServer()]);
  const folder = await programFolder(platform, setting.address);
  const apps: AppProcess[] = [];
  const start = async (program: Program) => {
    const app = await appProcess(program);
    apps.push(app);
    return app;
  };
  try {
    const bareDatabase = await postgres.createDatabase();
    const env = {
      ...setting.env,
      DATABASE_URL: await postgres.createDatabase(),
      REDIS_URL: redis.url,
      MUSTER_PROGRAMS: folder,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
    };
    const bareApp = ['--import', 'tsx', file];
    const bare = await start({ arguments: bareApp, env: setting.env });
    const inserting = await start({ arguments: bareApp, env: { ...setting.env, DATABASE_URL: bareDatabase } });
    const whole = await start({ arguments: muster, env });
    const review = await openReview(env, ({ key }, at) => ({
      platform,
      conversation: setting.conversation(key),
      message: `1795424400.${String(at).padStart(6, '0')}`,
    }));
    const rows = new pg.Pool({ connectionString: bareDatabase, max: 1 });
    const source = () => answers(review.places, review.id, chat);
    const count = async () => Number((await rows.query('select count(*) from presses')).rows[0]?.count);
    const [acknowledges, inserts] = setting.names;
    const columns: readonly Column[] = [
      { name: acknowledges, app: bare, path, source: source() },
      { name: inserts, app: inserting, path, source: source(), recorded: count },
      { name: 'Muster', app: whole, path, source: source(), recorded: review.recorded, settled: setting.quiet },
    ];
    const measured = await interleaved(columns, how);
    const also = await setting.also?.(`${whole.url}${path}`, review.places);
    await rows.end();
    await review.close();
    return [report(measured, how), ...(also === undefined ? [] : [also])].join('\n');
  } finally {
    for (const app of apps) await app.stop();
    await Promise.all([redis.stop(), postgres.stop(), rm(folder, { recursive: true })]);
  }
}

function report(measured: readonly Measured[], { connections, rounds, seconds, steadyPerSecond }: Plan): string {
  const head = ['One press, acknowledged', 'per second', 'of the insert', 'processor', 'p50', 'p99'];
  const lines = measured.map(({ name, perSecond, ofSecond, processor, p50, p99 }) => [
    name,
    perSecond.toFixed(0),
    ofSecond.toFixed(2),
    `${processor.toFixed(2)} ms`,
    inMilliseconds(p50),
    inMilliseconds(p99),
  ]);
  const how =
    `${connections} connections, all in one review; medians of ${rounds} interleaved rounds of ${seconds} s, “of the insert” within each. ` +
    `p50 and p99 at a steady ${steadyPerSecond} requests a second. Processor time is the app's, with all that follows.`;
  return `${table([head, ...lines])}\n${how}`;
}

function inMilliseconds(time: number): string {
  return Number.isFinite(time) ? `${time.toFixed(1)} ms` : 'not kept';
}
