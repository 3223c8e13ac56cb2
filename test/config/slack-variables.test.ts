/** Slack is set up wholly or not at all, and each mistake is told without the secret. */
import { expect, it } from 'vitest';
import { readVariables } from '../../src/config/variables.ts';

const secret = '0123456789abcdef0123456789abcdef';
const problems = (env: Record<string, string>) =>
  readVariables(env).problems.map((one) => 'variable' in one && one.variable);

it('is reached over HTTP with a signing secret, and through a socket with an app token', () => {
  const http = readVariables({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: secret });
  expect(http).toMatchObject({ problems: [], variables: { demo: false, chats: ['Slack'] } });
  expect(http.variables?.slack).toEqual({
    botToken: 'xoxb-1',
    signingSecret: secret,
    command: '/review',
    sharedChannels: false,
  });
  const socket = readVariables({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_COMMAND: '/muster' });
  expect(socket.variables?.slack).toMatchObject({ appToken: 'xapp-1', command: '/muster' });
});

it.each([
  ['a token alone', { SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET'],
  ['a secret alone', { SLACK_SIGNING_SECRET: secret }, 'SLACK_BOT_TOKEN'],
  ['a user’s token', { SLACK_BOT_TOKEN: 'xoxp-1', SLACK_SIGNING_SECRET: secret }, 'SLACK_BOT_TOKEN'],
  [
    'a command without its slash',
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: secret, SLACK_COMMAND: 'x' },
    'SLACK_COMMAND',
  ],
  [
    'an address that is none',
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: secret, SLACK_API_URL: 'slack' },
    'SLACK_API_URL',
  ],
  [
    'a mistake that would hide what is missing',
    { SLACK_SIGNING_SECRET: secret, SLACK_COMMAND: 'review' },
    'SLACK_BOT_TOKEN,SLACK_COMMAND',
  ],
  ['the guide’s own example', { SLACK_BOT_TOKEN: 'xoxb-…', SLACK_SIGNING_SECRET: secret }, 'SLACK_BOT_TOKEN'],
  ['an app token left open', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-...' }, 'SLACK_APP_TOKEN'],
  ['half a secret', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: secret.slice(1) }, 'SLACK_SIGNING_SECRET'],
])('names the variable for %s', (_, env, variable) => {
  expect(problems(env).join()).toBe(variable);
  expect(JSON.stringify(readVariables(env).problems)).not.toContain('xoxp-1');
});

it('says what to copy in place of what the guide leaves open, and how long a signing secret is', () => {
  const said = (SLACK_SIGNING_SECRET: string) =>
    readVariables({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET }).problems.map(({ message }) => message);
  expect(said('…')).toEqual([expect.stringContaining('Copy your own value')]);
  expect(said('12345')).toEqual([expect.stringMatching(/too short.*32 characters.*App Credentials/)]);
});
