/** Slack at the front door: `npm start` with a token and a signing secret, and the rest as a workspace would. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MusterProcess, startMuster } from '../support/muster-process.ts';
import { muster as terminal } from '../support/muster-terminal.ts';
import { type SlackServer, slackServer } from '../support/slack/slack-server.ts';

let folder: string;
let slack: SlackServer;
let muster: MusterProcess;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-slack-'));
  slack = await slackServer({});
  const channel = slack.addChannel({ name: 'platform-security' });
  const demo = await readFile(new URL('../../infra/demo/kubernetes-security.yaml', import.meta.url), 'utf8');
  const program = demo.replace(/^channel: .*$/m, `platform: slack\nchannel: { id: ${channel.id} }`);
  await writeFile(join(folder, 'program.yaml'), program);
  env = {
    MUSTER_PROGRAMS: folder,
    MUSTER_DATA_DIR: join(folder, 'data'),
    HOST: '127.0.0.1',
    SLACK_BOT_TOKEN: slack.tokens.bot,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  };
  muster = await startMuster(join(folder, 'data'), env);
  slack.requestUrl(`${muster.url}/slack/events`);
});
afterAll(async () => {
  await muster?.stop();
  await slack?.close();
  await rm(folder, { recursive: true, force: true });
});

it('answers a command, opens by hand, takes a click and keeps it, at any hour of any day', async () => {
  const ingrid = slack.addUser({ realName: 'Ingrid Solheim', email: 'ingrid.solheim@larkfield.example' }).id;
  const anna = slack.addUser({ realName: 'Anna Lindqvist', email: 'anna.lindqvist@larkfield.example' }).id;
  const opened = await terminal(env, 'open', 'kubernetes-security', '--yes');
  expect(opened.stdout).toContain('The review is open');

  const status = await slack.slashCommand(ingrid, '/review status');
  expect(status.status).toBe(200);
  await slack.when('the state', () => slack.ephemerals(ingrid).some((one) => slack.says(one).includes('0 of 119')));

  await slack.slashCommand(anna, '/review mine');
  await slack.when('what Anna owes', () => slack.ephemerals(anna).length > 0);
  expect(slack.says(slack.ephemerals(anna).at(-1) ?? expect.fail())).toMatch(/38/);
  await (await slack.clickInMessage(anna, { click: /^(Start|Answer|Go on)/, nth: 1 })).answered();
  await (await slack.clickInMessage(anna, { click: 'Yes', nth: 1 })).answered();
  const { stdout } = await terminal(env, 'status', '--json');
  expect(JSON.parse(stdout)).toMatchObject([{ answered: 1, asked: 119 }]);
  expect(slack.violations).toEqual([]);
  expect(slack.pages).toEqual([]);
});
