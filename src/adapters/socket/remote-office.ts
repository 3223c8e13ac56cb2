/** The office of the process that holds the data folder, asked through its socket. */
import { z } from 'zod';
import type { Refusal } from '../../domain/event.ts';
import type { Office } from '../../flow/office.ts';
import * as rows from '../../flow/office-rows.ts';
import type { OfficeRequest } from './office-request.ts';

/** One question, answered item by item. */
export type Ask = (request: OfficeRequest) => AsyncGenerator<unknown>;

export function remoteOffice(ask: Ask): Office {
  const one = async <S extends z.ZodType>(schema: S, request: OfficeRequest): Promise<z.infer<S>> =>
    schema.parse(await only(ask(request)));
  const orRefusal = <S extends z.ZodType>(schema: S) => z.union([schema, rows.refusal]);
  return {
    programs: () => one(z.array(rows.programRow), { ask: 'programs' }),
    preview: (program, opens) => {
      const request = { ask: 'preview', program, ...(opens !== undefined && { opens }) } as const;
      return one(orRefusal(rows.preview), request);
    },
    open: (program, by) => one(orRefusal(rows.opened), { ask: 'open', program, by }),
    reviews: () => one(z.array(rows.reviewRow), { ask: 'reviews' }),
    status: (about) => {
      const request = { ask: 'status', ...(about !== undefined && { about }) } as const;
      return one(orRefusal(z.array(rows.statusReport)), request);
    },
    exportReview: (review) => exported(ask({ ask: 'export', review })),
    verifyDatabase: () => progressOf(ask({ ask: 'verify' })),
    rebuild: () => progressOf(ask({ ask: 'rebuild' })),
    doctor: () => one(z.array(rows.finding), { ask: 'doctor' }),
  };
}

async function only(items: AsyncGenerator<unknown>): Promise<unknown> {
  for await (const item of items) return item;
  throw new Error('The running Muster did not answer.');
}

/** The first item tells whether it is an export or a refusal. */
async function exported(items: AsyncGenerator<unknown>): Promise<AsyncIterable<string> | Refusal> {
  const first = await items.next();
  const refused = rows.refusal.safeParse(first.value);
  return refused.success ? refused.data : linesFrom(first, items);
}

async function* linesFrom(first: IteratorResult<unknown>, rest: AsyncGenerator<unknown>): AsyncGenerator<string> {
  if (!first.done) yield z.string().parse(first.value);
  for await (const item of rest) yield z.string().parse(item);
}

async function* progressOf(items: AsyncGenerator<unknown>): AsyncGenerator<rows.Progress> {
  for await (const item of items) yield rows.progress.parse(item);
}
