/** What a projection is given: the news of one stream. */
import type { Head, Recorded, Stream, StreamKind } from '../../../domain/event.ts';
import type { EventOf, StateOf } from '../../../flow/ports/event-store.ts';

/** Some events of one stream that follow each other, and its state before and after them. */
export type Span<K extends StreamKind> = {
  readonly stream: Stream<K>;
  readonly before: StateOf<K> | undefined;
  readonly after: StateOf<K>;
  readonly events: readonly Recorded<EventOf<K>>[];
  readonly head: Head;
};

export function isOf<K extends StreamKind>(span: Span<StreamKind>, kind: K): span is Span<K> {
  return span.stream.kind === kind;
}
