/** What a person does: press a button, type a command, move the demo's clock. Each ends in a redirect. */
import { type RequestHandler, Router } from 'express';
import { millisecondsOf, toInstant } from '../../domain/time/instant.ts';
import { press, say } from './acts.ts';
import { wayBack } from './addresses.ts';
import { readPress, readSaid, readTime } from './inbox.ts';
import { type Kit, residentOf } from './kit.ts';
import { goOn } from './respond.ts';

// What falls due together is gathered for two seconds before it is said; skipping just past that shows it at once.
const aMoment = 3_000;

export function actRoutes(kit: Kit, checks: readonly RequestHandler[]): Router {
  const router = Router();
  router.post('/as/:as/press', ...checks, async (request, response) => {
    const viewer = await residentOf(kit, request.params['as']);
    goOn(response, await press(kit, viewer, readPress(request.body)));
  });
  router.post('/as/:as/say', ...checks, async (request, response) => {
    const viewer = await residentOf(kit, request.params['as']);
    goOn(response, await say(kit, viewer, readSaid(request.body)));
  });
  router.post('/as/:as/clock', ...checks, async (request, response) => {
    const viewer = await residentOf(kit, request.params['as']);
    const { to, back } = readTime(request.body);
    // Time only goes forward; a second press of the same button finds itself there already.
    if (to > kit.clock.now()) await kit.clock.moveTo(toInstant(millisecondsOf(to) + aMoment));
    kit.notifier.changed();
    goOn(response, wayBack(viewer.key, back));
  });
  return router;
}
