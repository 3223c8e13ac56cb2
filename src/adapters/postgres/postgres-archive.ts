/** The archive on Postgres: stored bytes, as they were hashed. */
import { setImmediate } from 'node:timers/promises';
import type { Link } from '../../domain/chain.ts';
import type { ReviewId, Stream } from '../../domain/event.ts';
import type { Archive } from '../../flow/ports/archive.ts';
import { aboutReview } from './about-review.ts';
import { type Database, reading } from './database.ts';
import { readLinks, redactionsOf, sealedTexts } from './read-links.ts';

export function postgresArchive(database: Database): Archive {
  return {
    links: (stream) => links(database, stream),
    deliveriesAbout: (review) => deliveriesAbout(database, review),
    redactionsOf: (seals) => inPortions(seals, (some) => reading(database, (kysely) => redactionsOf(kysely, some))),
    texts: (seals) => inPortions(seals, (some) => reading(database, (kysely) => sealedTexts(kysely, some))),
  };
}

async function* links(database: Database, stream: Stream): AsyncIterable<readonly Link[]> {
  for (let version = 0; ; ) {
    const after = version;
    const some = await reading(database, (kysely) => readLinks(kysely, stream, after));
    const last = some.at(-1);
    if (!last) return;
    yield some;
    version = last.version;
    await setImmediate();
  }
}

/** By contact, in the order of their ids, each in its own order. */
async function* deliveriesAbout(database: Database, review: ReviewId): AsyncIterable<readonly Link[]> {
  const contacts = await reading(database, (kysely) =>
    kysely.selectFrom('duties').select('contact').distinct().where('review', '=', review).orderBy('contact').execute(),
  );
  for (const { contact } of contacts) {
    const isAbout = aboutReview(review);
    for await (const some of links(database, { kind: 'contact', id: contact })) {
      const found = some.filter(isAbout);
      if (found.length > 0) yield found;
    }
  }
}

/** A query takes some ten thousand parameters, and a short one does not hold the thread. */
async function inPortions<T>(
  seals: readonly string[],
  ask: (some: ReadonlySet<string>) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const portion = 500;
  const found: T[] = [];
  for (let from = 0; from < seals.length; from += portion) {
    found.push(...(await ask(new Set(seals.slice(from, from + portion)))));
  }
  return found;
}
