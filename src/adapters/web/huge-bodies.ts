/** Refuses a body by its announced length, before any room begins to read it. */
import type { NextFunction, Request, Response } from 'express';
import { answerFailure } from './failures.ts';

/** No form or payload of ours or of a chat platform comes near a mebibyte. */
export const mostBytes = 1_048_576;

// Beyond this we do not read on merely to be polite to the sender.
const politeBytes = 32 * mostBytes;

export function refuseHugeBodies(request: Request, response: Response, next: NextFunction): void {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length <= mostBytes) {
    next();
    return;
  }
  if (length > politeBytes) response.set('Connection', 'close');
  answerFailure(request, response, { status: 413, sentence: 'This is more than one megabyte. Send less at once.' });
}
