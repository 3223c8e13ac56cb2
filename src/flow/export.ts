/** Writes a review's whole record: every event, text, delivery and answer, then the hash of all of it. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { atTheTerminal } from '../domain/at-the-terminal.ts';
import { type Link, type SealedText, sealsIn } from '../domain/chain.ts';
import type { Checklist } from '../domain/checklist/checklist.ts';
import type { Refusal, ReviewId } from '../domain/event.ts';
import { answerLines } from '../domain/export/answer-lines.ts';
import { headerOf } from '../domain/export/header.ts';
import { reviewOf } from '../domain/export/read-links.ts';
import { type ExportLine, writeLine } from '../domain/export-format.ts';
import type { People } from '../domain/people.ts';
import type { Review } from '../domain/review/review.ts';
import type { Archive } from './ports/archive.ts';
import type { Ports } from './ports.ts';

type Exporting = Pick<Ports, 'checklists' | 'directory' | 'clock'> & { readonly archive: Archive };

export async function exportReview(ports: Exporting, id: ReviewId): Promise<AsyncIterable<string> | Refusal> {
  const links = (await gathered(ports.archive.links({ kind: 'review', id }))).flat();
  const last = links.at(-1);
  if (!last)
    return { refused: 'unknown', sentence: `There is no review ${id}. ${atTheTerminal('reviews')} lists them.` };
  const seals = [...new Set(links.flatMap(({ body }) => [...sealsIn(body)]))];
  const texts = await ports.archive.texts(seals);
  const review = reviewOf(links, new Map(texts.map((text) => [text.seal, text])));
  if (!review) throw new Error(`Review ${id} has events and no beginning.`);
  const checklist = await ports.checklists.byHash(review.checklist.hash);
  const header = headerOf(review, last, ports.clock.now());
  return sealed(header, {
    ports,
    review,
    checklist,
    links,
    texts,
    redactions: await redactions(ports, id, seals, texts),
  });
}

type Whole = {
  readonly ports: Exporting;
  readonly review: Review;
  readonly checklist: Checklist;
  readonly links: readonly Link[];
  readonly texts: readonly SealedText[];
  readonly redactions: readonly Link[];
};

async function* sealed(header: ExportLine, whole: Whole): AsyncGenerator<string> {
  const hash = sha256.create();
  const write = (line: ExportLine) => {
    const written = writeLine(line);
    hash.update(utf8ToBytes(written));
    return written;
  };
  yield write(header);
  for await (const line of content(whole)) yield write(line);
  yield writeLine({ kind: 'end', sha256: bytesToHex(hash.digest()) });
}

async function* content({ ports, review, checklist, links, texts, redactions }: Whole): AsyncGenerator<ExportLine> {
  yield { kind: 'checklist', checklist };
  const deliveries = (await gathered(ports.archive.deliveriesAbout(review.id))).flat();
  yield* peopleIn(await ports.directory.people(), [...links, ...deliveries]);
  for (const link of links) yield { kind: 'event', link };
  for (const text of texts) yield { kind: 'text', ...text };
  for (const link of redactions) yield { kind: 'redaction', link };
  for (const link of deliveries) yield { kind: 'delivery', link };
  yield* answerLines(review, checklist);
}

/** Of texts carried over from an earlier review, the reason for a gap is in that review's stream. */
async function redactions(
  ports: Exporting,
  id: ReviewId,
  seals: readonly string[],
  texts: readonly SealedText[],
): Promise<readonly Link[]> {
  const kept = new Set(texts.map(({ seal }) => seal));
  const links = await ports.archive.redactionsOf(seals.filter((seal) => !kept.has(seal)));
  return links.filter(({ stream }) => stream.kind !== 'review' || stream.id !== id);
}

/** Only people the record speaks of. */
function* peopleIn(people: People, links: readonly Link[]): Generator<ExportLine> {
  for (const { id, name, title } of people.values()) {
    const named = links.some(({ by, stream, body }) => by === id || stream.id === id || body.includes(`"${id}"`));
    if (named) yield { kind: 'person', id, name, ...(title !== undefined && { title }) };
  }
}

async function gathered<T>(batches: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}
