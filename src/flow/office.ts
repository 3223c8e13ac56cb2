/** What the terminal may ask: answered in this process, or through the socket by the one that holds the data folder. */
import type { ProgramId, Refusal, ReviewId } from '../domain/event.ts';
import type { Finding, Opened, Preview, ProgramRow, Progress, StatusReport } from './office-rows.ts';
import type { ReviewRow } from './ports/readings.ts';

/** Who opens: the key of a person in the program file, the lead when absent; and the account they sit at. */
export type OpenedBy = { readonly key?: string; readonly account: string };

export interface Office {
  programs(): Promise<readonly ProgramRow[]>;
  /** What the next review would ask of whom, and when, if it opened at its time, or now. Changes nothing. */
  preview(program: ProgramId, opens?: 'now'): Promise<Preview | Refusal>;
  open(program: ProgramId, by: OpenedBy): Promise<Opened | Refusal>;
  /** Newest first. */
  reviews(): Promise<readonly ReviewRow[]>;
  /** A review, the newest review of a program, or of every program. */
  status(about?: string): Promise<readonly StatusReport[] | Refusal>;
  /** The review's whole record, line by line, each with its line feed. */
  exportReview(review: ReviewId): Promise<AsyncIterable<string> | Refusal>;
  /** Reads every chain in the database anew. Nothing wrong was found when it ends without having said so. */
  verifyDatabase(): AsyncIterable<Progress>;
  /** Builds what is looked up anew from the events. */
  rebuild(): AsyncIterable<Progress>;
  /** The database, the queue and the clock. */
  doctor(): Promise<readonly Finding[]>;
}
