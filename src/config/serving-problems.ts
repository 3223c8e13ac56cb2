/** What stops a server, and does not stop a terminal that only reads. */
import type { Config } from './config.ts';
import type { ConfigProblem } from './config-problem.ts';
import { platformProblems } from './platform-problems.ts';

/** The process does not start half-configured: with nobody to speak to it would hold reviews that nobody hears of. */
export function servingProblems(config: Config): readonly ConfigProblem[] {
  const { demo, chats, slack, programs } = config;
  if (demo) return [];
  const spoken = [...(slack ? ['Slack'] : [])];
  const unspoken = chats.filter((chat) => !spoken.includes(chat));
  const tryIt = howToTry(config);
  const chat =
    unspoken.length > 0
      ? `This version of Muster cannot speak to ${unspoken.join(' and ')} yet. Unset its variables. ${tryIt}`
      : `No chat platform is set up, so nobody could be asked anything. ${tryIt}`;
  const none = {
    variable: 'MUSTER_PROGRAMS',
    message: 'There is no program. Set it to the folder with your program files.',
  };
  const missing = platformProblems(config);
  const silent = (spoken.length === 0 && missing.length === 0) || unspoken.length > 0;
  return [
    ...missing,
    ...(silent ? [{ variable: 'Chat platform', message: chat }] : []),
    ...(programs.length === 0 ? [none] : []),
  ];
}

function howToTry({ production, databaseUrl }: Config): string {
  const how = `${production ? 'Without NODE_ENV=production, s' : 'S'}et MUSTER_DEMO=on to try the chat in the browser`;
  if (databaseUrl === undefined) return `${how}.`;
  return `${how} on the database of DATABASE_URL, or unset DATABASE_URL too to try it in a folder of this machine.`;
}
