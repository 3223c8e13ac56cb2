/** What a load balancer or a person with curl asks: does the process live, and can it take answers? */
import { type Response, Router } from 'express';

/** What is true and ready may still have something to say, such as a chat that takes no messages now. */
export type Readiness =
  | { readonly ready: true; readonly sentence?: string }
  | { readonly ready: false; readonly sentence: string };

export function health(ready: () => Promise<Readiness>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    say(response, 200, { ok: true });
  });
  router.get('/readyz', async (_request, response) => {
    const readiness = await readinessOf(ready);
    say(response, readiness.ready ? 200 : 503, readiness);
  });
  router.all(['/healthz', '/readyz'], (_request, response) => {
    response.set('Allow', 'GET, HEAD');
    say(response, 405, { error: 'This address can only be read. Use GET.' });
  });
  return router;
}

// Who cannot even say whether they are ready, is not.
async function readinessOf(ready: () => Promise<Readiness>): Promise<Readiness> {
  try {
    return await ready();
  } catch {
    return { ready: false, sentence: 'Muster could not find out whether it is ready. The log says why.' };
  }
}

function say(response: Response, status: number, body: object): void {
  response.status(status).set('Cache-Control', 'no-store').set('X-Content-Type-Options', 'nosniff').json(body);
}
