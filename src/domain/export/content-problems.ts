/** What the lines of an export must bear out about each other, whoever computed the file's own hash. */
import { z } from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { hashOf, type Link, redactedBy, type SealedText, sealsIn, verifyChain, verifySeals } from '../chain.ts';
import { checklist } from '../checklist/checklist.ts';
import { checklistHash } from '../checklist/checklist-hash.ts';
import type { AnswerLine, ExportLine, HeaderLine } from '../export-format.ts';
import type { Review } from '../review/review.ts';
import { answerLines } from './answer-lines.ts';
import { headerOf } from './header.ts';
import { reviewOf } from './read-links.ts';

export type Lines = {
  readonly headers: readonly HeaderLine[];
  readonly checklists: readonly Extract<ExportLine, { kind: 'checklist' }>[];
  readonly events: readonly Link[];
  readonly texts: readonly SealedText[];
  readonly redactions: readonly Link[];
  readonly deliveries: readonly Link[];
  readonly answers: readonly AnswerLine[];
};

export function contentProblems(lines: Lines): readonly string[] {
  const [header, ...more] = lines.headers;
  if (!header || more.length > 0) return ['There must be exactly one first line that says what this is an export of.'];
  const chain = [...chainProblems(lines, header), ...besideProblems(lines), ...textProblems(lines)];
  // A broken chain is the finding; what would be read from it proves nothing more.
  return chain.length > 0 ? chain : readProblems(lines, header);
}

function chainProblems({ events }: Lines, { review }: HeaderLine): readonly string[] {
  const foreign = events.filter(({ stream }) => stream.kind !== 'review' || stream.id !== review);
  return [
    ...foreign.map(({ version }) => `Event ${version} is not of the review ${review}.`),
    ...safely(() => verifyChain(events).map(({ version, sentence }) => `Event ${version}: ${sentence}`)),
  ];
}

/** Links of other streams are here one by one, so each can only prove itself. */
function besideProblems({ redactions, deliveries }: Lines): readonly string[] {
  return safely(() =>
    [...redactions, ...deliveries]
      .filter(({ hash, ...content }) => hashOf(content) !== hash)
      .map(
        ({ stream, version }) => `Event ${version} of ${stream.kind} ${stream.id} was changed after it was written.`,
      ),
  );
}

function textProblems({ events, texts, redactions }: Lines): readonly string[] {
  return safely(() => {
    const named = new Set(events.flatMap(({ body }) => [...sealsIn(body)]));
    const own = events.flatMap((link) => redactedBy(link) ?? []);
    const carried = carriedSeals(events);
    const elsewhere = redactions.flatMap((link) => redactedBy(link) ?? []).filter((seal) => carried.has(seal));
    const redacted = new Set([...own, ...elsewhere]);
    const bySeal = new Map(texts.map((text) => [text.seal, text]));
    const strange = texts.filter(({ seal }) => !named.has(seal));
    return [
      ...verifySeals(named, bySeal, redacted).map(({ sentence }) => sentence),
      ...strange.map(({ seal }) => `No event names the text of seal ${seal}.`),
      ...(bySeal.size < texts.length ? ['A text is here twice.'] : []),
    ];
  });
}

/**
 * Words that came with the last answers of earlier reviews: only of these may another stream tell the redaction. Of the
 * review's own words its own chain must, since a line from elsewhere proves nothing but itself.
 */
function carriedSeals(events: Lines['events']): ReadonlySet<string> {
  const [opening] = events;
  const { items } = lastAnswers.parse(JSON.parse(opening?.body ?? '{}'));
  return new Set(items.flatMap(({ last }) => (last === undefined ? [] : [...sealsIn(JSON.stringify(last))])));
}

const lastAnswers = z.object({ items: z.array(z.object({ last: z.unknown().optional() })).default([]) });

function readProblems(lines: Lines, header: HeaderLine): readonly string[] {
  return safely(() => {
    const review = reviewOf(lines.events, new Map(lines.texts.map((text) => [text.seal, text])));
    const last = lines.events.at(-1);
    if (!review || !last) return ['There is no event in it.'];
    const said = headerOf(review, last, header.exportedAt);
    const wrong = canonicalJson(said) === canonicalJson(header) ? [] : ['The first line is not what the events say.'];
    return [...wrong, ...checklistProblems(lines, review)];
  });
}

function checklistProblems({ checklists, answers }: Lines, review: Review): readonly string[] {
  const [line, ...more] = checklists;
  if (!line || more.length > 0) return ['The checklist that was asked is not in it, or is there twice.'];
  const asked = checklist.parse(line.checklist);
  if (checklistHash(asked) !== review.checklist.hash) return ['The checklist is not the one that was asked.'];
  const expected = answerLines(review, asked);
  return canonicalJson(expected) === canonicalJson(answers) ? [] : ['The answers are not what the events say.'];
}

/** A forged line may hold anything: what cannot be read does not verify, and breaks nothing. */
function safely(find: () => readonly string[]): readonly string[] {
  try {
    return find();
  } catch (error) {
    return [`It cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}
