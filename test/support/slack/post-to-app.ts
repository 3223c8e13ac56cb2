/** One POST to the app under test, as Slack makes it: no longer than Slack waits, and never an exception. */
import { request } from 'node:http';

export type Heard = { readonly status: number; readonly text: string; readonly elapsed: number };
type Sent = {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly patience: number;
};

/** Status 0: nobody answered in time, or at all; `text` says why. */
export function postToApp({ url, headers, body, patience }: Sent): Promise<Heard> {
  const start = performance.now();
  return new Promise((resolve) => {
    const done = (status: number, text: string) => resolve({ status, text, elapsed: performance.now() - start });
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(url, { method: 'POST', headers: { ...headers, ...length }, agent: false });
    const late = setTimeout(() => sent.destroy(new Error(`No answer in ${patience} ms.`)), patience);
    sent.on('error', (error) => {
      clearTimeout(late);
      done(0, error.message);
    });
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', () => {});
      response.on('close', () => {
        clearTimeout(late);
        done(response.complete ? (response.statusCode ?? 0) : 0, text);
      });
    });
    sent.end(body);
  });
}
