/** The table of duties: open, in a delivery, or dropped. */
import type { Duty } from '../../../domain/review/duty.ts';
import type { Statement } from '../at-once.ts';
import { portions } from '../in-portions.ts';
import { rowsInto } from '../rows-into.ts';
import type { Span } from './span.ts';

export function projectFallenDue({ events }: Span<'review'>): readonly Statement[] {
  return portions(inOrder(fallenDue(events)), note);
}

export function fallenDue(events: Span<'review'>['events']): readonly Duty[] {
  return events.flatMap(({ event }) => (event.type === 'DutiesFellDue' ? event.duties : []));
}

function note(due: readonly Duty[]): Statement {
  const rows = due.map((duty) => ({ ...columnsOf(duty), delivery: null, place: null, dropped: false }));
  // Whether it is in a delivery or dropped, a contact's event that was there first knows better.
  return rowsInto('duties', rows, { key: ['key'], take: [] });
}

export function columnsOf({ key, review, kind, to, subject, ordinal, at }: Duty) {
  return { key, review, kind, contact: to, subject, ordinal, at };
}

/** Rows of one table are always locked in the same order, so that transactions do not wait for each other. */
function inOrder(duties: readonly Duty[]): readonly Duty[] {
  return [...duties].sort((a, b) => (a.key < b.key ? -1 : 1));
}
