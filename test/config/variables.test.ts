import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configProblemLine } from '../../src/config/config-problem.ts';
import { servingProblems } from '../../src/config/serving-problems.ts';
import { readVariables } from '../../src/config/variables.ts';
import { readConfig } from '../../src/config.ts';
import { fiveFields, folderOf, good } from './support.ts';

describe('with nothing set', () => {
  test('the demo runs, on this machine only', async () => {
    const read = await readConfig({}, { cadences: fiveFields });
    if (!read.ok) throw new Error(read.problems.map(configProblemLine).join('\n'));
    expect(read.config).toMatchObject({ demo: true, host: '127.0.0.1', port: 3000 });
    expect(read.config.programs).toMatchObject([{ demo: true, file: { id: 'kubernetes-security' } }]);
    expect(read.config.programs[0]?.checklist.prompts).toHaveLength(123);
    expect(servingProblems(read.config)).toEqual([]);
  });
});

describe('the demo', () => {
  const database = 'postgres://localhost/muster';
  const demo = (env: Record<string, string>) => readVariables(env).variables?.demo;

  test('is not on by itself in production, beside a chat, or with programs or a database of one’s own', () => {
    expect(demo({ NODE_ENV: 'production' })).toBe(false);
    expect(demo({ SLACK_BOT_TOKEN: 'xoxb-x' })).toBe(false);
    expect(demo({ MUSTER_PROGRAMS: 'here' })).toBe(false);
    expect(demo({ DATABASE_URL: database })).toBe(false);
    expect(demo({ DATABASE_URL: database, MUSTER_DEMO: 'on' })).toBe(true);
    expect(demo({ MUSTER_PROGRAMS: 'here', MUSTER_DEMO: 'on' })).toBe(true);
  });

  test.each([
    [{ NODE_ENV: 'production' }, 'MUSTER_DEMO'],
    [{ SLACK_BOT_TOKEN: 'xoxb-x', SLACK_APP_TOKEN: 'xapp-x' }, 'MUSTER_DEMO'],
    [{ HOST: '0.0.0.0' }, 'HOST'],
  ])('is refused with %o', (env, variable) => {
    expect(readVariables({ MUSTER_DEMO: 'on', ...env }).problems).toMatchObject([{ variable }]);
  });
});

describe('the log', () => {
  const level = (env: Record<string, string>) => readVariables(env).variables?.logLevel;

  test('leaves a person at the demo in peace, and tells a server’s keeper what happens', () => {
    expect(level({})).toBe('warn');
    expect(level({ NODE_ENV: 'production' })).toBe('info');
    expect(level({ LOG_LEVEL: 'info' })).toBe('info');
  });
});

describe('a server', () => {
  const howToSetUp =
    'For Slack, set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (docs/slack.md). For Microsoft Teams, set TEAMS_APP_ID, TEAMS_TENANT_ID and TEAMS_APP_PASSWORD (docs/teams.md). Name the same platform in the program file.';

  test('does not start without a chat platform and without the demo, though a terminal may read', async () => {
    const folder = await folderOf({ 'a.yaml': good });
    const read = await readConfig({ NODE_ENV: 'production', MUSTER_PROGRAMS: folder }, { cadences: fiveFields });
    if (!read.ok) throw new Error('It should be right.');
    expect(servingProblems(read.config).map(configProblemLine)).toEqual([
      `Chat platform: No chat platform is set up, so nobody could be asked anything. ${howToSetUp} Without NODE_ENV=production, set MUSTER_DEMO=on to try the chat in the browser.`,
    ]);
  });

  test('with a database and nothing else is told how to play, and the demo does not turn itself on', async () => {
    const env = { DATABASE_URL: 'postgres://localhost/muster' };
    const read = await readConfig(env, { cadences: fiveFields });
    if (!read.ok) throw new Error('It should be right.');
    expect(read.config.programs).toEqual([]);
    expect(servingProblems(read.config).map(configProblemLine)).toEqual([
      `Chat platform: No chat platform is set up, so nobody could be asked anything. ${howToSetUp} Set MUSTER_DEMO=on to try the chat in the browser on the database of DATABASE_URL, or unset DATABASE_URL too to try it in a folder of this machine.`,
      'MUSTER_PROGRAMS: There is no program. Set it to the folder with your program files.',
    ]);
  });

  test('is told each variable that the platform of a program needs, and of no demo', async () => {
    const folder = await folderOf({ 'a.yaml': `${good}platform: slack\n` });
    const read = await readConfig({ MUSTER_PROGRAMS: folder }, { cadences: fiveFields });
    if (!read.ok) throw new Error('It should be right.');
    expect(servingProblems(read.config).map(configProblemLine)).toEqual([
      'SLACK_BOT_TOKEN: Set it: clusters asks people in Slack. It begins with xoxb- (OAuth & Permissions of your app).',
      'SLACK_SIGNING_SECRET: Set it (Basic Information of your app), or SLACK_APP_TOKEN for Socket Mode. docs/slack.md shows each step.',
    ]);
  });

  test('is told all that Teams needs at once', async () => {
    const folder = await folderOf({ 'a.yaml': `${good}platform: teams\n` });
    const read = await readConfig({ MUSTER_PROGRAMS: folder }, { cadences: fiveFields });
    if (!read.ok) throw new Error('It should be right.');
    expect(servingProblems(read.config).map((problem) => 'variable' in problem && problem.variable)).toEqual([
      'TEAMS_APP_ID',
      'TEAMS_TENANT_ID',
      'TEAMS_APP_PASSWORD',
    ]);
  });

  test('does not start with a program whose people are in a chat that is not set up', async () => {
    const folder = await folderOf({ 'a.yaml': good });
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };
    const read = await readConfig({ MUSTER_PROGRAMS: folder, ...slack }, { cadences: fiveFields });
    if (!read.ok) throw new Error('It should be right.');
    expect(servingProblems(read.config).map(configProblemLine)).toEqual([
      expect.stringMatching(/a\.yaml:1:1 .*Write "platform: slack" for the whole program/),
    ]);
  });

  test('without programs is told that too', async () => {
    const read = await readConfig({ NODE_ENV: 'production' }, { cadences: fiveFields });
    if (!read.ok) throw new Error('It should be right.');
    expect(servingProblems(read.config)).toHaveLength(2);
  });
});

describe('a mistake in the environment', () => {
  test('is told with all others, and no value is repeated', () => {
    const { problems } = readVariables({
      MUSTER_DATADIR: '/x',
      PORT: 'http',
      DATABASE_URL: 'mysql://muster:secret@db/muster',
      NODE_ENV: 'prod',
    });
    expect(problems).toEqual([
      { variable: 'MUSTER_DATADIR', message: 'There is no such variable. Did you mean MUSTER_DATA_DIR?' },
      { variable: 'PORT', message: 'A port is a number.' },
      { variable: 'DATABASE_URL', message: expect.stringContaining('not an address') },
      { variable: 'NODE_ENV', message: 'Write production, development or test.' },
    ]);
    expect(JSON.stringify(problems)).not.toContain('secret');
  });

  test('never throws, whatever it is', () => {
    const names = fc.constantFrom('PORT', 'HOST', 'DATABASE_URL', 'REDIS_URL', 'MUSTER_DEMO', 'LOG_LEVEL', 'MUSTER_X');
    fc.assert(fc.property(fc.dictionary(names, fc.string()), (env) => void readVariables(env)));
  });

  test('an empty value is as good as none', () => {
    expect(readVariables({ PORT: '', DATABASE_URL: '' })).toMatchObject({ problems: [], variables: { port: 3000 } });
  });
});
