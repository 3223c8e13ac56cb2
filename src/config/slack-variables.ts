/** Slack's variables: what each must look like, and which belong together. */
import { z } from 'zod';
import type { ConfigProblem } from './config-problem.ts';
import { secret } from './secret.ts';

const begins = (prefix: string, where: string) =>
  secret((text) => text.startsWith(prefix), `This begins with ${prefix} and is found under ${where}.`);

// What Slack gives is 32 letters and digits; less was not copied whole.
const signingSecretLength = 32;

export const slackVariables = {
  SLACK_BOT_TOKEN: begins('xoxb-', 'OAuth & Permissions of your Slack app').exactOptional(),
  SLACK_SIGNING_SECRET: secret(
    (text) => text.length >= signingSecretLength,
    `This is too short. The signing secret has ${signingSecretLength} characters: in your Slack app, Basic Information, App Credentials, Signing Secret, Show.`,
  ).exactOptional(),
  SLACK_APP_TOKEN: begins('xapp-', 'Basic Information, App-Level Tokens, of your Slack app').exactOptional(),
  SLACK_COMMAND: z
    .string()
    .regex(/^\/[a-z0-9_-]{1,31}$/, 'Write it with its slash, such as /review.')
    .exactOptional(),
  SLACK_ALLOW_SHARED_CHANNELS: z.enum(['on', 'off'], 'Write "on" or "off".').exactOptional(),
  SLACK_API_URL: z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
      message: 'This is not an address such as https://slack.com/api/.',
    })
    .exactOptional(),
} as const;
type Given = z.infer<z.ZodObject<typeof slackVariables>>;

export type SlackSettings = {
  readonly botToken: string;
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly apiUrl?: string;
  readonly command: string;
  readonly sharedChannels: boolean;
};

/** Undefined when Slack is not set up, or not wholly. */
export function slackSettings(given: Given): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = given;
  if (botToken === undefined || (signingSecret === undefined && appToken === undefined)) return undefined;
  return {
    botToken,
    // Over HTTP where both are set: a socket is for networks nobody can reach.
    ...(signingSecret !== undefined && { signingSecret }),
    ...(appToken !== undefined && { appToken }),
    ...(given.SLACK_API_URL !== undefined && { apiUrl: given.SLACK_API_URL }),
    command: given.SLACK_COMMAND ?? '/review',
    sharedChannels: given.SLACK_ALLOW_SHARED_CHANNELS === 'on',
  };
}

/** What is missing, whatever is wrong with what is set. */
export function slackProblems(given: Readonly<Partial<Record<keyof Given, unknown>>>): readonly ConfigProblem[] {
  const { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: app } = given;
  if (token === undefined && secret === undefined && app === undefined) return [];
  const noToken = { variable: 'SLACK_BOT_TOKEN', message: 'Set it too: without it Muster cannot speak in Slack.' };
  const noWay = {
    variable: 'SLACK_SIGNING_SECRET',
    message: 'Set it too, or SLACK_APP_TOKEN for Socket Mode: without one of them no click reaches Muster.',
  };
  return [...(token === undefined ? [noToken] : []), ...(secret === undefined && app === undefined ? [noWay] : [])];
}
