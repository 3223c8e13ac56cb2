/** Tables written in the events' transactions and rebuildable from them: what steps and people look up. */

import type { PromptId } from '../../domain/checklist/prompt.ts';
import type { DeliveryStatus } from '../../domain/contact/contact.ts';
import type { ContactEvent, ReasonToHold } from '../../domain/contact/events.ts';
import type { By, ContactId, ProgramId, Recorded, ReviewId, Source, Stream } from '../../domain/event.ts';
import type { Duty } from '../../domain/review/duty.ts';
import type { LastAnswer } from '../../domain/review/events.ts';
import type { ReviewStatus } from '../../domain/review/review.ts';
import type { Instant, LocalDate } from '../../domain/time/instant.ts';

export type ReviewRow = {
  readonly id: ReviewId;
  readonly programId: ProgramId;
  readonly title: string;
  readonly status: ReviewStatus;
  readonly openedAt: Instant;
  readonly due: LocalDate;
  readonly deadline: LocalDate;
  readonly asked: number;
  readonly answered: number;
  readonly demo: boolean;
};

export type DeliveryRow = {
  readonly id: string;
  readonly contact: ContactId;
  readonly status: DeliveryStatus;
  readonly at: Instant;
  readonly settledAt?: Instant;
  readonly attempts: number;
  readonly why?: string;
  /** Why some of it waited before it was planned. */
  readonly heldBefore?: ReasonToHold;
  readonly duties: readonly Duty[];
};

/** A line of the record, ready to show: the envelope without the body's texts. */
export type RecordRow = {
  readonly id: string;
  readonly stream: Stream;
  readonly version: number;
  readonly type: string;
  readonly at: Instant;
  readonly by: By;
  readonly source: Source;
  readonly hash: string;
};

export interface Readings {
  programs(): Promise<readonly ProgramId[]>;
  /** Newest first. */
  reviews(filter?: { program?: ProgramId; status?: readonly ReviewStatus[] }): Promise<readonly ReviewRow[]>;
  /** Duties noted and neither in a delivery nor dropped. */
  openDuties(contact: ContactId): Promise<readonly Duty[]>;
  contactsWithOpenDuties(): Promise<readonly ContactId[]>;
  delivery(id: string): Promise<DeliveryRow | undefined>;
  /** Planned and due by then, or claimed with the lease run out. */
  deliveriesDue(by: Instant): Promise<readonly DeliveryRow[]>;
  /** The ledger, newest first. */
  ledger(filter: { review?: ReviewId; contact?: ContactId; limit?: number }): Promise<readonly DeliveryRow[]>;
  /** What was held back, dropped or refused, and why: the ledger's other half. Newest first. */
  ledgerEvents(filter: { contact?: ContactId; limit?: number }): Promise<readonly Recorded<ContactEvent>[]>;
  /** The newest answer to each prompt of a program, over all its reviews. */
  lastAnswers(program: ProgramId): Promise<ReadonlyMap<PromptId, LastAnswer>>;
  /** Everything that happened, newest first. */
  record(filter: { stream?: Stream; before?: string; limit: number }): Promise<readonly RecordRow[]>;
}
