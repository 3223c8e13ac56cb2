/** What stops a server, and does not stop a terminal that only reads. */
import type { Config } from './config.ts';
import type { ConfigProblem } from './config-problem.ts';
import { platformProblems } from './platform-problems.ts';

/** The process does not start half-configured: with nobody to speak to it would hold reviews that nobody hears of. */
export function servingProblems(config: Config): readonly ConfigProblem[] {
  const { demo, chats, programs } = config;
  if (demo) return [];
  const chat = `No chat platform is set up, so nobody could be asked anything. ${howToSetUp} ${howToTry(config)}`;
  const none = {
    variable: 'MUSTER_PROGRAMS',
    message: 'There is no program. Set it to the folder with your program files.',
  };
  const missing = platformProblems(config);
  // One that is named and not set up wholly is a problem of its own, told before this is asked.
  const silent = chats.length === 0 && missing.length === 0;
  return [
    ...missing,
    ...(silent ? [{ variable: 'Chat platform', message: chat }] : []),
    ...(programs.length === 0 ? [none] : []),
  ];
}

const howToSetUp =
  'For Slack, set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (docs/slack.md). For Microsoft Teams, set TEAMS_APP_ID, TEAMS_TENANT_ID and TEAMS_APP_PASSWORD (docs/teams.md). Name the same platform in the program file.';

function howToTry({ production, databaseUrl }: Config): string {
  const how = `${production ? 'Without NODE_ENV=production, s' : 'S'}et MUSTER_DEMO=on to try the chat in the browser`;
  if (databaseUrl === undefined) return `${how}.`;
  return `${how} on the database of DATABASE_URL, or unset DATABASE_URL too to try it in a folder of this machine.`;
}
