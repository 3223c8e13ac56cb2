/** What an event says, in one sentence, whichever stream it belongs to. */

import type { ContactEvent } from '../../domain/contact/events.ts';
import type { Recorded } from '../../domain/event.ts';
import type { ProgramEvent } from '../../domain/program/events.ts';
import type { ReviewEvent } from '../../domain/review/events.ts';
import { sayContactEvent } from './contact-event-words.ts';
import type { Names } from './names.ts';
import { sayProgramEvent } from './program-event-words.ts';
import { sayReviewEvent } from './review-event-words.ts';

export type AnyEvent = ProgramEvent | ReviewEvent | ContactEvent;

// The kind of its stream says which of the three unions an event is from.
export function sayEvent({ stream, event }: Pick<Recorded<AnyEvent>, 'stream' | 'event'>, names: Names): string {
  switch (stream.kind) {
    case 'program':
      return sayProgramEvent(event as ProgramEvent, names);
    case 'review':
      return sayReviewEvent(event as ReviewEvent, names);
    case 'contact':
      return sayContactEvent(event as ContactEvent, names);
    default:
      return stream.kind satisfies never;
  }
}
