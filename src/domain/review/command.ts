/** What may be done to a review: what people ask for, and what Muster itself notes. */

import type { ReviewIntent } from '../card/intent.ts';
import type { Checklist } from '../checklist/checklist.ts';
import type { By, PersonId } from '../event.ts';
import type { People } from '../people.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import type { Duty } from './duty.ts';

export type ReviewCommand =
  | ReviewIntent
  | { readonly does: 'note duties'; readonly duties: readonly Duty[] }
  | { readonly does: 'close on time' }
  | { readonly does: 'lapse' }
  | { readonly does: 'note unreachable'; readonly person: PersonId; readonly why: string }
  | { readonly does: 'note reachable'; readonly person: PersonId };

/** Who acts, when, and what they may look things up in. */
export type Acting = {
  readonly by: By;
  readonly at: Instant;
  readonly checklist: Checklist;
  readonly people: People;
  /** The program's, in its zone. */
  readonly calendar: Calendar;
};
