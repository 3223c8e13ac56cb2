/** One request and its answer, with whatever misfortune was scripted for it. */

import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults, Struck } from './faults.ts';
import type { Fields } from './json.ts';
import type { World } from './world.ts';

export type Reply = {
  readonly status: number;
  readonly answer: Fields;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Asked = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly name: string;
  readonly args: Fields;
  readonly url?: string;
};
export type Slack = { readonly world: World; readonly faults: Faults };

export async function exchange({ world, faults }: Slack, asked: Asked, act: () => Reply): Promise<void> {
  const struck = faults.strike(asked.name, asked.args);
  const note = ({ status, answer }: Pick<Reply, 'status' | 'answer'>) =>
    world.journal.note({
      name: asked.name,
      args: asked.args,
      status,
      answer,
      at: world.now(),
      ...(asked.url ? { url: asked.url } : {}),
      ...(struck ? { fault: struck.misfortune.fault } : {}),
    });
  const early = struck && (await before(struck, asked));
  if (early === 'gone') return note({ status: 0, answer: {} });
  if (early) {
    note(early);
    return send(asked.response, early);
  }
  const reply = act();
  const late = struck ? await after(struck, asked, () => note(reply)) : note(reply);
  if (late !== 'gone') send(asked.response, late ?? reply);
}

export function send(response: ServerResponse, { status, headers, answer }: Reply): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(answer));
}

export function tooMany(seconds: number): Reply {
  return { status: 429, headers: { 'retry-after': String(seconds) }, answer: { ok: false, error: 'ratelimited' } };
}

const unavailable: Reply = { status: 503, answer: { ok: false, error: 'service_unavailable' } };

/** What happens before Slack does anything. */
async function before({ misfortune, released }: Struck, asked: Asked): Promise<Reply | 'gone' | undefined> {
  switch (misfortune.fault) {
    case 'reset':
      asked.request.socket.resetAndDestroy();
      return 'gone';
    case 'unavailable':
      return misfortune.accepted ? undefined : unavailable;
    case 'rate limit':
      return tooMany(misfortune.seconds);
    case 'refuse':
      return { status: 200, answer: { ok: false, error: misfortune.error } };
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, misfortune.milliseconds));
      return undefined;
    case 'hang':
      if (!misfortune.accepted) await Promise.race([released, hungUp(asked)]);
      return asked.response.destroyed ? 'gone' : undefined;
    case 'lose the answer':
      return undefined;
    default:
      return misfortune satisfies never;
  }
}

/** What happens to the answer of a call that Slack carried out. */
async function after(
  { misfortune, released }: Struck,
  asked: Asked,
  note: () => void,
): Promise<Reply | 'gone' | undefined> {
  note();
  if (misfortune.fault === 'lose the answer') {
    asked.request.socket.destroy();
    return 'gone';
  }
  if (misfortune.fault === 'unavailable') return unavailable;
  if (misfortune.fault === 'hang' && misfortune.accepted) await Promise.race([released, hungUp(asked)]);
  return undefined;
}

async function hungUp({ response }: Asked): Promise<void> {
  if (!response.destroyed) await once(response, 'close');
}
