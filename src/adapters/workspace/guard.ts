/** Keeps the play house to this machine: no page of somebody else's may press its buttons, whatever name it goes by. */

import type { NextFunction, Request, Response } from 'express';
import { RequestRefused } from '../../flow/ports/request-refused.ts';

const ownNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

// A foreign name that resolves to this machine would otherwise make the browser treat us as that site.
export function onlyByOwnName(request: Request, _response: Response, next: NextFunction): void {
  const host = request.headers.host ?? '';
  if (!URL.canParse(`http://${host}`) || !ownNames.has(new URL(`http://${host}`).hostname)) {
    throw new RequestRefused('The demo answers only on this machine, as localhost.', 403);
  }
  next();
}

/** For everything that changes something. Browsers say where a request comes from; who does not say is refused. */
export function onlyFromOwnPages(request: Request, _response: Response, next: NextFunction): void {
  if (!isOwn(request)) {
    throw new RequestRefused('This request did not come from a page of the workspace, so it was not carried out.', 403);
  }
  next();
}

// With `no-referrer` a browser hides the origin of its forms ("null"), so the fetch site is asked first.
function isOwn({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  const { origin, host } = headers;
  if (origin !== undefined && origin !== 'null' && !isOrigin(origin, host)) return false;
  return site === undefined ? origin !== undefined && origin !== 'null' : site === 'same-origin';
}

function isOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}
