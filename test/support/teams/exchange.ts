/** One request and its answer, with whatever misfortune was scripted for it. */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Fields, isFields } from '../slack/json.ts';
import { type Reply, refusal, tooMany } from './answer.ts';
import type { Faults, Struck } from './faults.ts';
import type { Addressed } from './operation.ts';
import type { World } from './world.ts';

export type Asked = Addressed & {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly body: Fields;
};

export async function exchange(
  { world, faults }: { readonly world: World; readonly faults: Faults },
  asked: Asked,
  act: () => Reply,
): Promise<void> {
  const { operation, of: conversation, body } = asked;
  const struck = faults.strike({ operation, conversation, body });
  const note = (reply: Pick<Reply, 'status' | 'answer'>) => noted(world, asked, { ...reply, struck });
  const early = struck && (await before(struck, asked));
  if (early === 'gone') return note({ status: 0, answer: {} });
  if (early) {
    note(early);
    return send(asked.response, early);
  }
  const reply = act();
  note(reply);
  const late = struck && reply.status < 300 ? await after(struck, asked) : undefined;
  if (late !== 'gone') send(asked.response, late ?? reply);
}

export function send(response: ServerResponse, { status, headers, answer }: Reply): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(answer));
}

type Noted = Pick<Reply, 'status' | 'answer'> & { readonly struck: Struck | undefined };

function noted(world: World, asked: Asked, { status, answer, struck }: Noted): void {
  world.journal.note({
    name: asked.operation,
    method: asked.request.method ?? '',
    path: asked.url.pathname,
    conversation: asked.of,
    body: asked.body,
    status,
    answer: isFields(answer) ? answer : { list: answer },
    at: world.now(),
    ...(struck ? { fault: struck.misfortune.fault } : {}),
  });
}

/** What happens before Teams does anything. */
async function before({ misfortune, released }: Struck, asked: Asked): Promise<Reply | 'gone' | undefined> {
  switch (misfortune.fault) {
    case 'reset':
      return misfortune.accepted ? undefined : gone(asked);
    case 'unavailable':
      return misfortune.accepted ? undefined : unavailable(misfortune.status);
    case 'rate limit':
      return tooMany(misfortune.seconds);
    case 'refuse':
      return refusal(misfortune.status, misfortune.code, misfortune.message ?? misfortune.code);
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, misfortune.milliseconds));
      return undefined;
    case 'hang':
      if (!misfortune.accepted) await Promise.race([released, hungUp(asked)]);
      return asked.response.destroyed ? 'gone' : undefined;
    case 'no id':
      return undefined;
    default:
      return misfortune satisfies never;
  }
}

/** What happens to the answer of a call that Teams carried out. */
async function after({ misfortune, released }: Struck, asked: Asked): Promise<Reply | 'gone' | undefined> {
  if (misfortune.fault === 'reset') return gone(asked);
  if (misfortune.fault === 'unavailable') return unavailable(misfortune.status);
  if (misfortune.fault === 'no id') return { status: misfortune.status ?? 202, answer: {} };
  if (misfortune.fault === 'hang' && misfortune.accepted) await Promise.race([released, hungUp(asked)]);
  return undefined;
}

function gone({ request }: Asked): 'gone' {
  request.socket.resetAndDestroy();
  return 'gone';
}

function unavailable(status = 500): Reply {
  return refusal(status, 'ServiceError', 'An internal service error occurred.');
}

async function hungUp({ response }: Asked): Promise<void> {
  if (!response.destroyed) await once(response, 'close');
}
