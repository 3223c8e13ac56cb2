/** Everything a card is drawn from: the state of now, and who is looking. */
import type { Checklist } from '../checklist/checklist.ts';
import type { ContactId, Head, PersonId, ProgramId, ReviewId } from '../event.ts';
import type { Paused } from '../paused.ts';
import type { People } from '../people.ts';
import type { Duty } from '../review/duty.ts';
import type { ReviewOpened } from '../review/events.ts';
import type { Review } from '../review/review.ts';
import type { Instant, LocalDate } from '../time/instant.ts';

export type ReviewScene = {
  readonly review: Review;
  readonly checklist: Checklist;
  readonly head: Head;
  /** The last day on which an answer can be changed, of a review in which everything is answered. */
  readonly closesOn?: LocalDate;
  /** What the viewer is still to hear, each at the time they would, soonest first: for `why` alone. */
  readonly ahead?: readonly Duty[];
  /** What became due and was told, held back or dropped: for `why` alone. Oldest first. */
  readonly told?: readonly {
    readonly duty: Duty;
    readonly at?: Instant;
    readonly state: string;
    /** It goes out as soon as it may. */
    readonly isPlanned?: true;
  }[];
  /** Messages that may or may not have arrived: for the lead's `status` alone. Not sent again; the next reminder stands in for them. */
  readonly uncertain?: readonly { readonly duty: Duty; readonly at: Instant }[];
};

/** A program that somebody may want to open a review of. */
export type ProgramScene = {
  readonly id: ProgramId;
  readonly title: string;
  readonly lead: PersonId;
  readonly checklist: Checklist;
  /** What opening it now would record; absent while one of its reviews is still open. */
  readonly preview?: ReviewOpened;
  readonly channelName?: string;
  /** Why nothing could be posted there now. */
  readonly channelHindrance?: string;
  /** Who of those asked cannot be reached. */
  readonly unreachable: readonly PersonId[];
};

export type Scene = {
  readonly now: Instant;
  /** Who looks: a person, or the contact that stands for a channel. */
  readonly viewer: ContactId;
  /** The viewer's zone; every time on a card is said in it. */
  readonly zone: string;
  readonly people: People;
  /** Every review the view may speak of; for `mine`, all that are not over. */
  readonly reviews: ReadonlyMap<ReviewId, ReviewScene>;
  /** Platforms that no longer let us speak; absent where nobody asked. */
  readonly paused?: readonly Paused[];
  /** For `open`: the programs the viewer has a part in. */
  readonly programs?: ReadonlyMap<ProgramId, ProgramScene>;
};
