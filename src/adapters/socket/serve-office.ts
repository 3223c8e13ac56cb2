/** The server's side of the socket: an office that answers requests, item by item. */
import type { Office } from '../../flow/office.ts';
import { type OfficeRequest, officeRequest } from './office-request.ts';

export function serveOffice(office: Office): (request: unknown) => AsyncIterable<unknown> {
  return async function* (request) {
    const parsed = officeRequest.safeParse(request);
    if (!parsed.success)
      throw new Error('This Muster does not know that request. Use the terminal of the same version.');
    yield* answered(office, parsed.data);
  };
}

async function* answered(office: Office, request: OfficeRequest): AsyncGenerator<unknown> {
  switch (request.ask) {
    case 'programs':
      return yield await office.programs();
    case 'preview':
      return yield await office.preview(request.program, request.opens);
    case 'open':
      return yield await office.open(request.program, request.by);
    case 'reviews':
      return yield await office.reviews();
    case 'status':
      return yield await office.status(request.about);
    case 'export': {
      const lines = await office.exportReview(request.review);
      return 'refused' in lines ? yield lines : yield* lines;
    }
    case 'verify':
      return yield* office.verifyDatabase();
    case 'rebuild':
      return yield* office.rebuild();
    case 'doctor':
      return yield await office.doctor();
    default:
      return request satisfies never;
  }
}
