/** Events into links of the chain, and links back into events. */
import { hashOf, type Link, type SealedText } from '../../domain/chain.ts';
import type { Head, Recorded, Stream, StreamKind } from '../../domain/event.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { type Upcasts, upcastBody, versionOf } from '../../domain/upcasts.ts';
import type { Act, EventOf } from '../../flow/ports/event-store.ts';
import { type SealedEvent, sealEvent, type Texts, unsealBody } from './sealing.ts';
import { kindOf } from './stream-kinds.ts';

export type Sealed = {
  readonly links: readonly Link[];
  readonly fresh: readonly SealedText[];
  /** Seals given earlier, whose texts have to be looked up. */
  readonly carried: ReadonlySet<string>;
};

/** Forges the next links of a stream. Parsing first makes defaults part of the record, and keeps out what could not be read. */
export function sealEvents<K extends StreamKind>(
  place: { readonly stream: Stream<K>; readonly head: Head; readonly at: Instant; readonly upcasts: Upcasts },
  act: Pick<Act<K>, 'by' | 'source'>,
  events: readonly EventOf<K>[],
): Sealed {
  const { schema } = kindOf(place.stream.kind);
  const sealed = events.map((event) => ({ type: event.type, ...sealEvent(schema.parse(event)) }));
  const links: Link[] = [];
  for (const event of sealed) links.push(forge(place, act, event, links.at(-1) ?? place.head));
  return {
    links,
    fresh: sealed.flatMap(({ fresh }) => fresh),
    carried: new Set(sealed.flatMap(({ carried }) => [...carried])),
  };
}

/** Reads a stored event: old forms brought up to date, texts joined back, parsed. */
export function openLink<K extends StreamKind>(
  kind: K,
  link: Link,
  texts: Texts,
  upcasts: Upcasts,
): Recorded<EventOf<K>> {
  const { id, stream, version, at, by, source, previous, hash } = link;
  const event = kindOf(kind).schema.safeParse(unsealBody(upcastBody(link, upcasts), texts));
  if (!event.success) {
    throw new Error(`Event ${version} of ${stream.kind} ${stream.id}, ${link.type}, cannot be read.`, {
      cause: event.error,
    });
  }
  return { id, stream, version, at, by, source, event: event.data, previous, hash };
}

function forge(
  place: { readonly stream: Stream; readonly at: Instant; readonly upcasts: Upcasts },
  { by, source }: Pick<Act<StreamKind>, 'by' | 'source'>,
  { type, body }: SealedEvent & { readonly type: string },
  before: Head,
): Link {
  const content = {
    id: crypto.randomUUID(),
    stream: { kind: place.stream.kind, id: place.stream.id },
    version: before.version + 1,
    type,
    v: versionOf(type, place.upcasts),
    at: place.at,
    by,
    source,
    body,
    previous: before.hash,
  };
  return { ...content, hash: hashOf(content) };
}
