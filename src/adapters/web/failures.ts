/** What a request hears that cannot be served: a plain sentence, as a page or as JSON, and never a stack trace. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { StoreUnavailable } from '../../flow/ports/event-store.ts';
import type { Log } from '../../flow/ports/log.ts';
import { RequestRefused } from '../../flow/ports/request-refused.ts';

export type Failure = { readonly status: number; readonly sentence: string };

/** Whoever has looks may lend them to what the server says by itself. */
export type FailurePage = (failure: Failure) => string;

export function nothingHere(page?: FailurePage): RequestHandler {
  return (request, response) => {
    answerFailure(request, response, { status: 404, sentence: 'There is nothing at this address.' }, page);
  };
}

export function failures(log: Pick<Log, 'error'>, page?: FailurePage): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const failure = failureOf(error, request.method);
    if (failure.status >= 500) log.error({ err: error, ...asked(request) }, 'A request failed');
    // Half an answer is already out: only the connection can still say that something went wrong.
    if (response.headersSent) next(error);
    else answerFailure(request, response, failure, page);
  };
}

export function answerFailure(
  request: Request,
  response: Response,
  failure: Failure,
  page: FailurePage = plainPage,
): void {
  response.status(failure.status);
  response.set('Cache-Control', 'no-store');
  response.set('X-Content-Type-Options', 'nosniff');
  response.set('Content-Security-Policy', policy);
  // A browser asks for pages by name; programs often take anything.
  if (request.accepts(['json', 'html']) === 'html') response.type('html').send(page(failure));
  else response.json({ error: failure.sentence });
}

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Body parsers and Express itself mark their errors with a status; anything else is our fault. */
export function failureOf(error: unknown, method: string): Failure {
  if (error instanceof RequestRefused) return { status: error.status, sentence: error.message };
  // What the records say of themselves is about an act: who only looked had nothing to be recorded.
  if (error instanceof StoreUnavailable) return { status: 503, sentence: looks.has(method) ? away : error.message };
  const status = statusOf(error);
  return { status, sentence: sentences[status] ?? (status < 500 ? unreadable : ours) };
}

const looks: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const away = 'The records cannot be read just now. Nothing in them is lost; load the page again in a moment.';
const unreadable = 'This request cannot be read. Go back, load the page again and try once more.';
const ours = 'Muster could not do this now. Try again in a moment; the log says what happened.';
const sentences: Readonly<Record<number, string>> = {
  403: 'This request came from somewhere else, so it was not carried out.',
  404: 'There is nothing at this address.',
  405: 'This address does not take such a request.',
  413: 'This is more than one megabyte. Send less at once.',
  415: 'This kind of content is not read here. Send it as an ordinary form.',
};

/** The route as it is written, `/as/:as/press`: the address itself may name a person. */
function asked({ method, route }: Request): { readonly method: string; readonly route?: string } {
  const path: unknown = route?.path;
  return { method, ...(typeof path === 'string' && { route: path }) };
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function plainPage({ sentence }: Failure): string {
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<meta name="color-scheme" content="light dark"><title>Muster</title>' +
    `<main><h1>Muster</h1><p>${escaped(sentence)}</p><p><a href="/">To the beginning</a></p></main></html>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
