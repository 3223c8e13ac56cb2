/** The table of duties: open, in a delivery, or dropped. */
import type { Transaction } from 'kysely';
import type { Duty } from '../../../domain/review/duty.ts';
import type { Tables } from '../tables.ts';
import type { Span } from './span.ts';

export async function projectFallenDue(tx: Transaction<Tables>, { events }: Span<'review'>): Promise<void> {
  const due = events.flatMap(({ event }) => (event.type === 'DutiesFellDue' ? event.duties : []));
  if (due.length === 0) return;
  const rows = inOrder(due).map((duty) => ({ ...columnsOf(duty), delivery: null, place: null, dropped: false }));
  // A contact's event that already claimed or dropped it knows more.
  await tx
    .insertInto('duties')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function columnsOf({ key, review, kind, to, subject, ordinal, at }: Duty) {
  return { key, review, kind, contact: to, subject, ordinal, at };
}

/** Rows of one table are always locked in the same order, so that transactions do not wait for each other. */
function inOrder(duties: readonly Duty[]): readonly Duty[] {
  return [...duties].sort((a, b) => (a.key < b.key ? -1 : 1));
}
