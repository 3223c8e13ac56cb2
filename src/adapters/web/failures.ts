/** What a request hears that cannot be served: a plain sentence, as a page or as JSON, and never a stack trace. */
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';

export type Failure = { readonly status: number; readonly sentence: string };

export function nothingHere(request: Request, response: Response): void {
  answerFailure(request, response, { status: 404, sentence: 'There is nothing at this address.' });
}

export function failures(log: Pick<Logger, 'error'>): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const failure = failureOf(error);
    if (failure.status >= 500) log.error({ err: error, path: request.path }, 'A request failed');
    // Half an answer is already out: only the connection can still say that something went wrong.
    if (response.headersSent) next(error);
    else answerFailure(request, response, failure);
  };
}

export function answerFailure(request: Request, response: Response, { status, sentence }: Failure): void {
  response.status(status);
  response.set('Cache-Control', 'no-store');
  response.set('X-Content-Type-Options', 'nosniff');
  response.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
  if (request.accepts(['html', 'json']) === 'html') response.type('html').send(page(sentence));
  else response.json({ error: sentence });
}

/** Body parsers and Express itself mark their errors with a status; anything else is our fault. */
export function failureOf(error: unknown): Failure {
  const status = statusOf(error);
  return { status, sentence: sentences[status] ?? (status < 500 ? unreadable : ours) };
}

const unreadable = 'This request cannot be read. Go back, load the page again and try once more.';
const ours = 'Muster could not do this now. Try again in a moment; the log says what happened.';
const sentences: Readonly<Record<number, string>> = {
  403: 'This request came from somewhere else, so it was not carried out.',
  404: 'There is nothing at this address.',
  405: 'This address does not take such a request.',
  413: 'This is more than one megabyte. Send less at once.',
  415: 'This kind of content is not read here. Send it as an ordinary form.',
};

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

// Every sentence here is ours, so nothing needs escaping.
function page(sentence: string): string {
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<meta name="color-scheme" content="light dark"><title>Muster</title>' +
    `<main><h1>Muster</h1><p>${sentence}</p><p><a href="/">To the beginning</a></p></main></html>`
  );
}
