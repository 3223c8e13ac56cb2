/** Server-sent events: a page hears that something changed, and looks again by itself. */

import { type Response, Router } from 'express';
import { RequestRefused } from '../../flow/ports/request-refused.ts';
import { type Kit, residentOf } from './kit.ts';

/** Each holds a socket. Six people with some windows each stay far below. */
const mostStreams = 64;
/** Below the half minute after which proxies tend to hang up. */
const heartbeat = 20_000;

export type Live = { readonly router: Router; close(): void };

export function live(kit: Pick<Kit, 'directory' | 'notifier'>): Live {
  const open = new Set<Response>();
  const router = Router();
  router.get('/as/:as/live', async (request, response) => {
    await residentOf(kit, request.params.as);
    // Whoever left meanwhile never leaves again.
    if (response.closed) return;
    if (open.size >= mostStreams) {
      throw new RequestRefused('Too many windows are open. Close some; this one is not updated by itself.', 503);
    }
    stream(response);
    open.add(response);
    // What changed while the page was on its way, or while its connection was lost.
    if (request.query['asOf'] !== String(kit.notifier.count())) tellAll([response], changed);
    response.on('close', () => open.delete(response));
  });
  const stopListening = kit.notifier.listen(() => tellAll(open, changed));
  const beat = setInterval(() => tellAll(open, ': still here\n\n'), heartbeat);
  beat.unref();
  return {
    router,
    close() {
      clearInterval(beat);
      stopListening();
      for (const response of open) response.end();
      open.clear();
    },
  };
}

function stream(response: Response): void {
  response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  response.write('retry: 2000\n\n');
}

const changed = 'event: changed\ndata:\n\n';

function tellAll(open: Iterable<Response>, words: string): void {
  for (const response of open) response.write(words);
}
