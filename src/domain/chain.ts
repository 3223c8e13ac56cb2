/** The hash chain over the events of a stream, and its proof, which needs nothing but the exported lines. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';
import type { By, Head, Source, Stream } from './event.ts';
import type { Instant } from './time/instant.ts';

/** An event as stored: `body` is its canonical JSON, free text replaced by seals, in the very bytes that are hashed. */
export type Link = {
  readonly id: string;
  readonly stream: Stream;
  readonly version: number;
  readonly type: string;
  /** Version of the type's schema. */
  readonly v: number;
  readonly at: Instant;
  readonly by: By;
  readonly source: Source;
  readonly body: string;
  readonly previous: string;
  readonly hash: string;
};

/** Free text beside the chain. Salt and text go together when the words are redacted. */
export type SealedText = { readonly seal: string; readonly salt: string; readonly text: string };

export type ChainProblem = { readonly stream?: Stream; readonly version?: number; readonly sentence: string };

/** Where every stream begins. */
export const start: Head = { version: 0, hash: '0'.repeat(64) };

/** Canonical JSON holds no raw line feed, so the first one always ends the envelope. */
export function hashOf(link: Omit<Link, 'hash'>): string {
  const { body, ...envelope } = link;
  return bytesToHex(sha256(utf8ToBytes(`${canonicalJson(envelope)}\n${body}`)));
}

/** SHA-256 over salt and text. Both in their bytes: the salt is told in hex. */
export function sealOf(salt: string, text: string): string {
  return bytesToHex(sha256.create().update(hexToBytes(salt)).update(utf8ToBytes(text)).digest());
}

/** Links of one stream, in order, following `after`. Empty when every byte is as it was written. */
export function verifyChain(links: readonly Link[], after: Head = start): readonly ChainProblem[] {
  return links.flatMap((link, index) => {
    const before = links[index - 1];
    return sentencesAbout(link, before ?? after, before?.at).map((sentence) => ({
      stream: link.stream,
      version: link.version,
      sentence,
    }));
  });
}

/** Every seal an event names has its text, and the text fits; or the words were redacted, and then they are gone. */
export function verifySeals(
  named: Iterable<string>,
  texts: ReadonlyMap<string, SealedText>,
  redacted: ReadonlySet<string>,
): readonly ChainProblem[] {
  return [...named].flatMap((seal) => {
    const kept = texts.get(seal);
    if (!kept && redacted.has(seal)) return [];
    if (!kept) return [{ sentence: `The text of seal ${seal} is missing, and no event says that it was redacted.` }];
    if (redacted.has(seal)) return [{ sentence: `The text of seal ${seal} was redacted but is still there.` }];
    return fits(kept) ? [] : [{ sentence: `The text of seal ${seal} is not the text that was sealed.` }];
  });
}

/** The seals of all words in a stored body. */
export function sealsIn(body: string): ReadonlySet<string> {
  const found = new Set<string>();
  collect(
    safely((): unknown => JSON.parse(body)),
    found,
  );
  return found;
}

/** The seal whose words this event took out, if it is such an event. */
export function redactedBy(link: Pick<Link, 'type' | 'body'>): string | undefined {
  if (link.type !== 'TextRedacted') return undefined;
  const body = safely((): unknown => JSON.parse(link.body));
  return isRecord(body) && typeof body['seal'] === 'string' ? body['seal'] : undefined;
}

/** In a stored body, an object with nothing but a seal stands for words. */
export function isSealed(value: object): value is { readonly seal: string } {
  return 'seal' in value && typeof value.seal === 'string' && Object.keys(value).length === 1;
}

function sentencesAbout(link: Link, before: Head, beforeAt: Instant | undefined): readonly string[] {
  const wrong: string[] = [];
  const { hash, ...content } = link;
  if (link.version !== before.version + 1) wrong.push(`Event ${before.version + 1} is missing or out of order.`);
  if (link.previous !== before.hash) wrong.push('It does not follow the event before it.');
  if (hash !== safely(() => hashOf(content))) wrong.push('It was changed after it was written.');
  if (beforeAt !== undefined && link.at < beforeAt) wrong.push('It is dated before the event before it.');
  if (safely(() => typeOf(link.body)) !== link.type) wrong.push('Its type and its content do not belong together.');
  return wrong;
}

function typeOf(body: string): unknown {
  const value: unknown = JSON.parse(body);
  return isRecord(value) ? value['type'] : undefined;
}

function fits(kept: SealedText): boolean {
  return safely(() => sealOf(kept.salt, kept.text)) === kept.seal;
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const entry of value) collect(entry, found);
  else if (isRecord(value)) {
    if (isSealed(value)) found.add(value.seal);
    else for (const entry of Object.values(value)) collect(entry, found);
  }
}

/** A forged line may hold anything: what cannot be read does not verify, and breaks nothing. */
function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
