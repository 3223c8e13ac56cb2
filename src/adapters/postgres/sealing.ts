/** Keeps free text out of the chain: an event's words become seals, and are joined back on reading. */
import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { isSealed, type SealedText, sealOf } from '../../domain/chain.ts';

export type SealedEvent = {
  /** Canonical JSON of the event, each of its words reduced to `{"seal": …}`. */
  readonly body: string;
  /** Words sealed here for the first time. */
  readonly fresh: readonly SealedText[];
  /** Seals the words already carried, as an answer given "as last time" does. */
  readonly carried: ReadonlySet<string>;
};

/** What stands under a seal; null when it was redacted. */
export type Texts = ReadonlyMap<string, string | null>;

export function sealEvent(event: unknown): SealedEvent {
  const fresh: SealedText[] = [];
  const carried = new Set<string>();
  const body = replace(event, (value) => {
    if (!isWords(value)) return undefined;
    if (value.seal !== undefined) {
      carried.add(value.seal);
      return { seal: value.seal };
    }
    const sealed = sealText(value.text ?? '');
    fresh.push(sealed);
    return { seal: sealed.seal };
  });
  return { body: canonicalJson(body), fresh, carried };
}

/** The body with its words joined back, still to be parsed. */
export function unsealBody(body: unknown, texts: Texts): unknown {
  return replace(body, (value) => {
    if (!isSealed(value)) return undefined;
    const text = texts.get(value.seal);
    if (text === undefined) throw new Error(`No text was ever kept under the seal ${value.seal}.`);
    return { seal: value.seal, text };
  });
}

/** Without a salt of its own a short text could be guessed from its hash. */
function sealText(written: string): SealedText {
  const text = storable(written);
  const salt = bytesToHex(randomBytes(32));
  return { seal: sealOf(salt, text), salt, text };
}

/** Postgres takes neither NUL nor half a surrogate pair, and what it stores must be what was hashed. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** Words are an object of a text and perhaps a seal and nothing else; no other value of an event has that form. */
function isWords(value: object): value is { readonly text: string | null; readonly seal?: string } {
  if (!('text' in value) || (value.text !== null && typeof value.text !== 'string')) return false;
  return Object.keys(value).every((key) => key === 'text' || key === 'seal');
}

function replace(value: unknown, by: (value: object) => object | undefined): unknown {
  if (Array.isArray(value)) return value.map((entry) => replace(entry, by));
  if (typeof value !== 'object' || value === null) return value;
  return by(value) ?? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, replace(entry, by)]));
}
