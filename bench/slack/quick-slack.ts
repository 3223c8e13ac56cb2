/**
 * A Slack that says yes to everything and checks nothing, so that what is measured is the app. The strict one of the tests
 * would spend more time on a card than the app does.
 */
import { quickServer } from '../quick-server.ts';
import { team } from './signing.ts';

export type QuickSlack = {
  readonly apiUrl: string;
  /** Where a press is answered with the card as it stands now. */
  readonly responseUrl: string;
  /** Every message posted: to whom, and when by `performance.now()`. */
  readonly posts: readonly { readonly to: string; readonly at: number }[];
  /** Resolves once no card has come for a while. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

export async function quickSlack(): Promise<QuickSlack> {
  let posted = 0;
  const posts: { to: string; at: number }[] = [];
  const server = await quickServer(({ url, body }) => {
    if (url === '/respond') {
      server.stir();
      return 'ok';
    }
    posted += 1;
    const to = new URLSearchParams(body).get('channel');
    if (url.endsWith('chat.postMessage') && to !== null) posts.push({ to, at: performance.now() });
    return { ok: true, ...answerTo(url.replace('/api/', ''), posted) };
  });
  const { origin, quiet, close } = server;
  return { apiUrl: `${origin}/api/`, responseUrl: `${origin}/respond`, posts, quiet, close };
}

function answerTo(method: string, count: number): object {
  switch (method) {
    case 'auth.test':
      return { team_id: team, team: 'Bench', user_id: 'U0MUSTER', bot_id: 'B0MUSTER' };
    case 'chat.postMessage':
      return { channel: `D${count}`, ts: `1795424400.${String(count).padStart(6, '0')}` };
    case 'users.info':
      return { user: { id: 'U0', deleted: false } };
    case 'conversations.info':
      return { channel: { name: 'security', is_member: true } };
    default:
      return {};
  }
}
