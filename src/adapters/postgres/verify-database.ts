/** Proves the record from what is stored: every chain, every seal, and that heads and lists stand where the events do. */

import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { atTheTerminal } from '../../domain/at-the-terminal.ts';
import { type ChainProblem, redactedBy, sealsIn, start, verifyChain, verifySeals } from '../../domain/chain.ts';
import { type Head, type StreamKind, streamKinds } from '../../domain/event.ts';
import { type Database, reading, snapshot } from './database.ts';
import { listStreams, type StreamHead } from './list-streams.ts';
import { readProven } from './read-links.ts';
import type { Tables } from './tables.ts';

export type Verified = {
  readonly streams: number;
  readonly events: number;
  readonly problems: readonly ChainProblem[];
};

export async function verifyDatabase(
  database: Database,
  options: { onProgress?: (soFar: { streams: number; events: number }) => void } = {},
): Promise<Verified> {
  const problems: ChainProblem[] = [];
  let [streams, events] = [0, 0];
  for (const kind of streamKinds) {
    for await (const place of listStreams(database, kind)) {
      const found = await verifyStream(database, place);
      problems.push(...found.problems);
      streams += 1;
      events += found.events;
      options.onProgress?.({ streams, events });
    }
    for await (const problem of orphans(database, kind)) problems.push(problem);
  }
  return { streams, events, problems: [...problems, ...(await staleRows(database))] };
}

async function verifyStream(database: Database, { stream, head }: StreamHead) {
  const problems: ChainProblem[] = [];
  let before: Head = start;
  for (let more = true; more; ) {
    const { version } = before;
    const { links, texts, redactions } = await snapshot(database, (tx) => readProven(tx, stream, version));
    const named = new Set(links.flatMap(({ body }) => [...sealsIn(body)]));
    const redacted = new Set(redactions.flatMap((link) => redactedBy(link) ?? []));
    problems.push(...verifyChain(links, before));
    problems.push(...verifySeals(named, texts, redacted).map((problem) => ({ ...problem, stream })));
    before = links.at(-1) ?? before;
    more = links.length > 0;
    await setImmediate();
  }
  // Events may have been added since the head was listed, never taken away.
  if (before.version < head.version) {
    problems.push({
      stream,
      version: head.version,
      sentence: `${head.version - before.version} events at the end are missing.`,
    });
  } else if (before.version === head.version && before.hash !== head.hash) {
    problems.push({ stream, version: head.version, sentence: 'The head names another hash than the last event.' });
  }
  return { events: before.version, problems };
}

/** Events whose stream has no head: somebody took it away, and listing the heads would not show them. */
async function* orphans(database: Database, kind: StreamKind): AsyncIterable<ChainProblem> {
  for (let after = ''; ; ) {
    const from = after;
    const rows = await reading(database, (kysely) => streamsInEvents(kysely, kind, from));
    for (const { stream, head } of rows) {
      if (!head) yield { stream: { kind, id: stream }, sentence: 'The head of this stream is missing.' };
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.stream;
    await setImmediate();
  }
}

function streamsInEvents(kysely: Kysely<Tables>, kind: StreamKind, after: string) {
  const some = kysely.selectFrom('events').select('stream').distinct().where('kind', '=', kind);
  return kysely
    .selectFrom(some.where('stream', '>', after).orderBy('stream').limit(20).as('known'))
    .leftJoin('streams', (on) =>
      on.onRef('streams.id', '=', 'known.stream').on('streams.kind', '=', kind).on('streams.version', '>', 0),
    )
    .select(['known.stream', 'streams.version as head'])
    .orderBy('known.stream')
    .execute();
}

async function staleRows(database: Database): Promise<readonly ChainProblem[]> {
  const rows = await reading(database, (kysely) =>
    kysely
      .selectFrom('streams')
      .leftJoin('reviews', 'reviews.id', 'streams.id')
      .select(['streams.id', 'streams.version as head', 'reviews.version'])
      .where('streams.kind', '=', 'review')
      .where('streams.version', '>', 0)
      .where((is) => is.or([is('reviews.version', 'is', null), is('reviews.version', '!=', is.ref('streams.version'))]))
      .execute(),
  );
  return rows.map(({ id, head, version }) => ({
    stream: { kind: 'review' as const, id },
    sentence: `The list of reviews shows event ${version ?? 0} of ${head}; ${atTheTerminal('rebuild')} repairs it.`,
  }));
}
