/** The doctor before the first start, as one is advised to ask it: nothing is on record, and every setting is looked at. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { cronCadences } from '../../src/adapters/clock/cron-cadences.ts';
import { readConfig } from '../../src/config.ts';
import { openHouse } from '../../src/wiring/house.ts';
import { officeOf } from '../../src/wiring/office.ts';
import { folderOf } from '../config/support.ts';
import { slackServer } from '../support/slack/slack-server.ts';

test('looks at the channel and everybody of the program files, and puts nothing on record', async () => {
  const slack = await slackServer({});
  onTestFinished(() => slack.close());
  const channel = slack.addChannel({ name: 'elsewhere', members: [] });
  slack.addUser({ realName: 'Anna Lindqvist', email: 'anna.lindqvist@larkfield.example' });
  const demo = await readFile(new URL('../../infra/demo/kubernetes-security.yaml', import.meta.url), 'utf8');
  const program = demo.replace(/^channel: .*$/m, `platform: slack\nchannel: { id: ${channel.id} }`);
  const house = await houseOf({
    MUSTER_PROGRAMS: await folderOf({ 'a.yaml': program }),
    SLACK_BOT_TOKEN: slack.tokens.bot,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  });
  const findings = await officeOf(house).doctor();
  const problems = findings.filter(({ state }) => state === 'problem').map(({ sentence }) => sentence);
  expect(problems[0]).toContain('Muster is not in #elsewhere');
  expect(problems.slice(1)).toHaveLength(5);
  expect(problems.join('\n')).not.toContain('Anna Lindqvist');
  expect(await house.ports.readings.programs()).toEqual([]);
  expect(await house.ports.directory.people()).toEqual(new Map());
});

async function houseOf(env: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'muster-doctor-'));
  const read = await readConfig({ ...env, MUSTER_DATA_DIR: folder, PORT: '0' }, { cadences: cronCadences() });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const house = await openHouse(read.config, pino({ level: 'silent' }));
  onTestFinished(async () => {
    await house.close();
    await rm(folder, { recursive: true, force: true });
  });
  return house;
}
