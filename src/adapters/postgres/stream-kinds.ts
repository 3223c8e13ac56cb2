/** What each kind of stream is made of: the schema of its events, and how they fold. */
import type { z } from 'zod';
import { contactEvent } from '../../domain/contact/events.ts';
import { evolveContact } from '../../domain/contact/evolve.ts';
import type { Recorded, StreamKind } from '../../domain/event.ts';
import { programEvent } from '../../domain/program/events.ts';
import { evolveProgram } from '../../domain/program/evolve.ts';
import { reviewEvent } from '../../domain/review/events.ts';
import { evolveReview } from '../../domain/review/evolve.ts';
import type { EventOf, StateOf } from '../../flow/ports/event-store.ts';

export type Kind<K extends StreamKind> = {
  readonly schema: z.ZodType<EventOf<K>>;
  readonly evolve: (state: StateOf<K> | undefined, recorded: Recorded<EventOf<K>>) => StateOf<K>;
};

const kinds: { readonly [K in StreamKind]: Kind<K> } = {
  program: { schema: programEvent, evolve: evolveProgram },
  review: { schema: reviewEvent, evolve: evolveReview },
  contact: { schema: contactEvent, evolve: evolveContact },
};

export function kindOf<K extends StreamKind>(kind: K): Kind<K> {
  return kinds[kind];
}
