/** A chat in the browser: the platform that exists without any account, and the reference for the others. */

import express, { type RequestHandler, Router } from 'express';
import { RequestRefused } from '../../flow/ports/request-refused.ts';
import { actRoutes } from './act-routes.ts';
import { asides } from './asides.ts';
import { assets } from './assets.ts';
import { formRoutes } from './form-routes.tsx';
import { onlyByOwnName, onlyFromOwnPages } from './guard.ts';
import type { Kit } from './kit.ts';
import { live } from './live.ts';
import type { WorkspaceOptions } from './options.ts';
import { pageRoutes } from './page-routes.tsx';
import { strictly } from './respond.ts';

export type Workspace = {
  /** Mounted at `/`, after every other room. */
  readonly router: Router;
  /** Ends the live streams, so that the server can close. */
  close(): void;
};

export function workspace(options: WorkspaceOptions): Workspace {
  const kit: Kit = { ...options, asides: asides() };
  const streams = live(kit);
  const stopClock = options.clock.everyMinute(async () => options.notifier.changed());
  return {
    router: routes(kit, streams.router),
    close() {
      // Its tick only tells pages, so there is nothing to wait for.
      void stopClock();
      streams.close();
    },
  };
}

function routes(kit: Kit, streams: Router): Router {
  const router = Router();
  const inside = Router();
  const checks = [
    onlyFromOwnPages,
    onlyForms,
    express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 5_000 }),
  ];
  inside.use(onlyByOwnName, strictly);
  inside.use(assets(), streams, pageRoutes(kit), formRoutes(kit, checks), actRoutes(kit, checks), otherMethods());
  router.use((request, response, next) => {
    if (/^\/($|as\/|page\/)/.test(request.path)) inside(request, response, next);
    else next();
  });
  return router;
}

const onlyForms: RequestHandler = (request, _response, next) => {
  if (request.is('application/x-www-form-urlencoded') === false) {
    throw new RequestRefused('This kind of content is not read here. Send it as an ordinary form.', 415);
  }
  next();
};

/** Addresses that exist but take no such request. What is left after them is a 404. */
function otherMethods(): Router {
  const router = Router();
  const refuse =
    (allow: string): RequestHandler =>
    (_request, response) => {
      response.set('Allow', allow);
      throw new RequestRefused(`This address takes only ${allow.replaceAll(', ', ' or ')}.`, 405);
    };
  router.all('/as/:as/:act', (request, response, next) => {
    const { act } = request.params;
    if (['press', 'say', 'clock'].includes(act)) refuse('POST')(request, response, next);
    else if (['state', 'record', 'deliveries', 'live'].includes(act)) refuse('GET, HEAD')(request, response, next);
    else if (act === 'form') refuse('GET, HEAD, POST')(request, response, next);
    else next();
  });
  router.all(['/', '/as/:as', '/as/:as/channel/:program'], refuse('GET, HEAD'));
  return router;
}
