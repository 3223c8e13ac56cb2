/** Teams at the front door: `npm start` with an app's ids, and the rest as a tenant would. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MusterProcess, startMuster } from '../support/muster-process.ts';
import { muster as terminal } from '../support/muster-terminal.ts';
import { type TeamsServer, teamsServer } from '../support/teams/teams-server.ts';

let folder: string;
let teams: TeamsServer;
let muster: MusterProcess;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-teams-'));
  teams = await teamsServer({ asksFor: 'any token' });
  const team = teams.addTeam({ name: 'Platform' });
  const channel = teams.addChannel({ name: 'platform-security', team: team.id });
  const demo = await readFile(new URL('../../infra/demo/kubernetes-security.yaml', import.meta.url), 'utf8');
  const program = demo.replace(/^channel: .*$/m, `platform: teams\nchannel: { id: "${channel.id}" }`);
  await writeFile(join(folder, 'program.yaml'), program);
  env = {
    MUSTER_PROGRAMS: folder,
    MUSTER_DATA_DIR: join(folder, 'data'),
    HOST: '127.0.0.1',
    TEAMS_APP_ID: teams.bot.appId,
    TEAMS_TENANT_ID: teams.tenant,
    TEAMS_TEST_OPENID: teams.openIdMetadata,
  };
  muster = await startMuster(join(folder, 'data'), env);
  teams.endpoint(`${muster.url}/api/messages`);
});
afterAll(async () => {
  await muster?.stop();
  await teams?.close();
  await rm(folder, { recursive: true, force: true });
});

it('answers a message, opens by hand, takes a press and keeps it, at any hour of any day', async () => {
  const ingrid = teams.addPerson({ name: 'Ingrid Solheim', email: 'ingrid.solheim@larkfield.example' }).id;
  const anna = teams.addPerson({ name: 'Anna Lindqvist', email: 'anna.lindqvist@larkfield.example' }).id;
  for (const each of [ingrid, anna]) await teams.install(each);
  const opened = await terminal(env, 'open', 'kubernetes-security', '--yes');
  expect(opened.stdout).toContain('The review is open');
  const seen = (user: string) => teams.chat(user).findLast(({ card }) => card) ?? expect.fail('There is no card.');

  expect((await teams.say(ingrid, 'status')).status).toBe(200);
  expect(teams.says(seen(ingrid))).toContain('0 of 119');

  await teams.say(anna, 'mine');
  expect(teams.says(seen(anna))).toMatch(/38/);
  expect((await teams.press(anna, { press: /^(Start|Answer|Go on)/, nth: 1 })).status).toBe(200);
  const yes = await teams.press(anna, { press: 'Yes', nth: 1 });
  expect(yes.status).toBe(200);
  expect((await yes.again()).status).toBe(200);
  const { stdout } = await terminal(env, 'status', '--json');
  expect(JSON.parse(stdout)).toMatchObject([{ answered: 1, asked: 119 }]);
  expect(teams.violations).toEqual([]);
  expect(teams.pages).toEqual([]);
});

it('has its doctor say in the terminal who and what is missing, and who can mend it', async () => {
  const { people, teams: all } = teams.world;
  const team = [...all.values()][0] ?? expect.fail('There is no team.');
  for (const name of ['Ravi Krishnan', 'Tomasz Nowak', 'Leila Haddad', 'Dana Whitfield'])
    teams.addPerson({ name, email: `${name.toLowerCase().replace(' ', '.')}@larkfield.example` });
  for (const { id } of people.values()) await teams.install(id);
  const of = (name: string) => [...people.values()].find((one) => one.name === name)?.id ?? expect.fail(name);
  const doctor = () => terminal(env, 'doctor').catch((failed: { stdout: string }) => failed);
  const asked = async () => (await doctor()).stdout.replaceAll(/\s+/g, ' ');
  await teams.installInTeam(team.id, of('Ingrid Solheim'));
  expect(await asked()).toMatch(/The app is in the team of .+ Everybody named .+ \(6\)\. Ready for a first review/);

  await teams.uninstall(of('Ravi Krishnan'));
  all.set(team.id, { ...team, installed: false });
  const told = await asked();
  expect(told).toContain('Ravi Krishnan cannot be written to: the Muster app is not installed for this account.');
  expect(told).toContain('the Muster app is not in the channel’s team. An owner of that team can add it');
  expect(told).toContain('2 to fix before a first review.');
  all.set(team.id, { ...team, installed: true });
  await teams.install(of('Ravi Krishnan'));

  const refused = { fault: 'refuse', status: 401, code: 'Unauthorized' } as const;
  const connector = { times: 100, when: ({ conversation }: { conversation: string }) => conversation !== '' };
  const refusing = teams.fail('*', refused, connector);
  expect(await asked()).toContain(
    'whether any of the 6 people named in the programs has the app: Teams does not take Muster’s token (401).',
  );
  refusing.lift();
}, 60_000);

it('turns away who is not Teams, and stays', async () => {
  const stranger = teams.addPerson({ name: 'Greta Gast' }).id;
  await teams.install(stranger);
  expect((await teams.say(stranger, 'status', { token: 'forged' })).status).toBe(401);
  expect((await teams.sendRaw({ body: '{}', token: 'none' })).status).toBe(400);
  expect((await teams.say(stranger, 'status')).status).toBe(200);
});

it('does not start half set up, or with its door open to others', async () => {
  const start = (more: Readonly<Record<string, string>>) =>
    startMuster(join(folder, 'other'), { MUSTER_PROGRAMS: folder, ...more }).then(
      () => 'it started',
      (error: Error) => error.message,
    );
  const { TEAMS_APP_ID, TEAMS_TENANT_ID } = env as Record<'TEAMS_APP_ID' | 'TEAMS_TENANT_ID', string>;
  const half = await start({ TEAMS_APP_PASSWORD: 'secret-of-teams' });
  expect(half).toContain('TEAMS_APP_ID');
  expect(half).toContain('TEAMS_TENANT_ID');
  expect(half).not.toContain('secret-of-teams');
  const open = { TEAMS_APP_ID, TEAMS_TENANT_ID, TEAMS_INSECURE_LOCAL: '1' };
  expect(await start({ ...open, HOST: '0.0.0.0' })).toContain('TEAMS_INSECURE_LOCAL');
  expect(await start({ ...open, HOST: '127.0.0.1', NODE_ENV: 'production' })).toContain('NODE_ENV=production');
});
