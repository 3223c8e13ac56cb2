/** Presses on an app under test: as fast as it acknowledges, or at a steady pace. Only what was acknowledged counts. */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export type Answer = { readonly status: number; readonly body: string };
export type Sending = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Throws when that is no acknowledgement. */
  answered(answer: Answer): void;
};
/**
 * What to send next; undefined where everything is being sent already. Called when it is sent, so that a signature is fresh
 * and a revision is the newest.
 */
export type Source = () => Sending | undefined;
export type Target = { readonly url: string; readonly source: Source };

/** `seconds` is what it took until the last was acknowledged; `latencies` in milliseconds. */
export type Load = { readonly acknowledged: number; readonly seconds: number; readonly latencies: readonly number[] };

/** Each connection sends its next when its last is acknowledged. */
export async function saturate({ url, source }: Target, how: { connections: number; seconds: number }): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: how.connections });
  const latencies: number[] = [];
  const start = performance.now();
  const until = start + how.seconds * 1000;
  const connections = Array.from({ length: how.connections }, async () => {
    while (performance.now() < until) latencies.push(await timed(agent, { url, source }));
  });
  await Promise.all(connections);
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { acknowledged: latencies.length, seconds, latencies };
}

/**
 * Sends on schedule, whether or not the last was acknowledged; one that had to wait for its turn to be sent has waited
 * all the same, so latencies count from when it should have been sent.
 */
export async function steady({ url, source }: Target, how: { perSecond: number; seconds: number }): Promise<Load> {
  // More than ever wait at once, so that none queues here.
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const latencies: number[] = [];
  const running: Promise<void>[] = [];
  const start = performance.now();
  const count = how.perSecond * how.seconds;
  for (let sent = 0; sent < count; sent += 1) {
    const planned = start + (sent * 1000) / how.perSecond;
    if (planned > performance.now()) await pause(planned - performance.now());
    const send = timed(agent, { url, source }, planned);
    running.push(send.then((latency) => void latencies.push(latency)));
  }
  await Promise.all(running);
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  // What could not be sent, because so much was not answered yet, waited longer than anything that was.
  return { acknowledged: latencies.filter(Number.isFinite).length, seconds, latencies };
}

async function timed(agent: Agent, { url, source }: Target, from = performance.now()): Promise<number> {
  const sending = source();
  if (!sending) return Number.POSITIVE_INFINITY;
  const answer = await post(agent, url, sending);
  const latency = performance.now() - from;
  sending.answered(answer);
  return latency;
}

function post(agent: Agent, url: string, { headers, body }: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(url, { method: 'POST', agent, headers: { ...headers, ...length } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
