/** What stops a server, and does not stop a terminal that only reads. */
import type { Config } from './config.ts';
import type { ConfigProblem } from './config-problem.ts';

/** The process does not start half-configured: with nobody to speak to it would hold reviews that nobody hears of. */
export function servingProblems({ demo, production, chats, programs }: Config): readonly ConfigProblem[] {
  if (demo) return [];
  const tryIt = `${production ? 'Without NODE_ENV=production, s' : 'S'}et MUSTER_DEMO=on to try the chat in the browser.`;
  const chat =
    chats.length > 0
      ? `This version of Muster cannot speak to ${chats.join(' and ')} yet. Unset its variables. ${tryIt}`
      : `No chat platform is set up, so nobody could be asked anything. ${tryIt}`;
  const none = {
    variable: 'MUSTER_PROGRAMS',
    message: 'There is no program. Set it to the folder with your program files.',
  };
  return [{ variable: 'Chat platform', message: chat }, ...(programs.length === 0 ? [none] : [])];
}
