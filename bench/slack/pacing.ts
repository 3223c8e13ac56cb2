/** The first messages of very many owners, beside the time in which Slack's limits permit them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { postgresServer } from '../../test/support/postgres-server.ts';
import { redisServer } from '../../test/support/redis-server.ts';
import { appProcess } from '../measure/app-process.ts';
import { table } from '../measure/table.ts';
import { openOnly } from '../open-review.ts';
import { memberId, programId } from '../program.ts';
import { quickSlack } from './quick-slack.ts';
import { botToken, signingSecret } from './signing.ts';

/** 300 a minute: what Muster takes of Slack's “several hundred” for a workspace. */
const aMinute = 300;
const muster = ['--enable-source-maps', fileURLToPath(new URL('../../dist/main.js', import.meta.url))];

export async function pacing(quick: boolean): Promise<string> {
  const zone = workingZone(new Date());
  if (zone === undefined)
    return 'First messages: nobody is at work anywhere today, so nobody is asked and nothing is measured.';
  const owners = quick ? 40 : 1_000;
  const [postgres, redis, slack] = await Promise.all([postgresServer(), redisServer(), quickSlack()]);
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  try {
    await write(folder, owners, zone);
    const env = {
      DATABASE_URL: await postgres.createDatabase(),
      REDIS_URL: redis.url,
      MUSTER_PROGRAMS: join(folder, 'programs'),
      MUSTER_QUESTIONS: join(folder, 'questions'),
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
    };
    const app = await appProcess({ arguments: muster, env });
    await openOnly(env);
    const posts = await allPosted(slack.posts, owners);
    await app.stop();
    return report(posts, owners);
  } finally {
    await Promise.all([slack.close(), redis.stop(), postgres.stop(), rm(folder, { recursive: true })]);
  }
}

type Post = { readonly to: string; readonly at: number };

/** Until everybody has heard, or nobody has for a minute. */
async function allPosted(posts: readonly Post[], owners: number): Promise<readonly Post[]> {
  const heard = () => new Set(posts.map(({ to }) => to)).size;
  const begun = performance.now();
  while (heard() < owners) {
    await pause(250);
    if (performance.now() - (posts.at(-1)?.at ?? begun) > 60_000) {
      throw new Error(`Only ${heard()} of ${owners} owners have heard.`);
    }
  }
  return posts;
}

function report(posts: readonly Post[], owners: number): string {
  const [first] = posts;
  const last = posts.at(-1);
  if (!first || !last) throw new Error('Nobody was written to.');
  const permitted = ((posts.length - 1) * 60) / aMinute;
  const taken = (last.at - first.at) / 1000;
  const rows = [
    ['First messages', 'owners', 'posts', 'permitted in', 'taken', 'of it'],
    [
      `${aMinute} a minute, one a second each`,
      String(owners),
      String(posts.length),
      `${permitted.toFixed(1)} s`,
      `${taken.toFixed(1)} s`,
      (taken / permitted).toFixed(3),
    ],
  ];
  return table(rows);
}

/** Where it is about noon on a working day, so that people may be written to now. */
function workingZone(now: Date): string | undefined {
  const ahead = 12 - now.getUTCHours();
  const there = new Date(now.getTime() + ahead * 3_600_000).getUTCDay();
  // In these names the sign is turned round.
  const name = ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
  return there === 0 || there === 6 ? undefined : name;
}

/** One prompt for each owner, in one long checklist. */
async function write(folder: string, owners: number, zone: string): Promise<void> {
  const keys = Array.from({ length: owners }, (_, at) => `owner-${at}`);
  const list = join(folder, 'questions', 'wide');
  await Promise.all([mkdir(list, { recursive: true }), mkdir(join(folder, 'programs'))]);
  const checklist = {
    id: 'wide',
    title: 'A wide checklist',
    version: '1.0.0',
    licence: 'none',
    sections: [{ id: 'all', title: 'All of it', level: 2 }],
  };
  const prompts = keys.map((key, at) => ({
    id: `all.${key}`,
    number: String(at + 1),
    text: `Is what ${key} looks after in order?`,
    answer: { kind: 'verdict' },
    outcome: { by: 'verdict', outcomes: { yes: 'meets', no: 'falls short', partly: 'to be judged' } },
    good: 'Yes.',
    evidence: { need: 'welcome', accepted: 'A link.' },
    owner: 'everybody',
    severity: 'low',
    frequency: 'quarterly',
    minutes: 1,
  }));
  const people = Object.fromEntries(
    [...keys, 'lead', 'approver'].map((key) => [key, { name: `The ${key}`, address: memberId(key) }]),
  );
  const program = {
    id: programId,
    title: 'A wide review',
    checklist: 'wide',
    scope: 'Everything',
    cadence: { cron: '0 9 1 */3 *', zone },
    platform: 'slack',
    people,
    lead: 'lead',
    approvers: ['approver'],
    roles: { everybody: 'lead' },
    prompts: Object.fromEntries(keys.map((key) => [`all.${key}`, key])),
  };
  await writeFile(join(list, 'checklist.yaml'), stringify(checklist));
  await writeFile(join(list, '01-all.yaml'), stringify({ section: 'all', prompts }));
  await writeFile(join(folder, 'programs', 'wide.yaml'), stringify(program));
}
