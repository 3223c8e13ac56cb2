/** The archive over the records stand-in: the same links and texts. */
import { type Link, redactedBy } from '../../src/domain/chain.ts';
import type { Archive } from '../../src/flow/ports/archive.ts';
import { linksOf, type MemoryShelf } from './memory-shelf.ts';

export function memoryArchive(shelf: MemoryShelf): Archive {
  return {
    async *links(stream) {
      yield linksOf(shelf, stream);
    },
    async *deliveriesAbout(review) {
      const planned = shelf.links.filter((link) => isContact(link) && link.body.includes(`"review":"${review}"`));
      const deliveries = new Set(planned.flatMap(({ body }) => deliveryIn(body) ?? []));
      yield shelf.links.filter(
        (link) => isContact(link) && (deliveries.has(deliveryIn(link.body) ?? '') || link.body.includes(`"${review}/`)),
      );
    },
    redactionsOf: async (seals) => shelf.links.filter((link) => seals.includes(redactedBy(link) ?? '')),
    texts: async (seals) => seals.flatMap((seal) => shelf.texts.get(seal) ?? []),
  } satisfies Archive;
}

function isContact({ stream }: Link): boolean {
  return stream.kind === 'contact';
}

function deliveryIn(body: string): string | undefined {
  return /"delivery":"([^"]+)"/.exec(body)?.[1];
}
