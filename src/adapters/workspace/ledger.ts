/** The ledger as a page shows it: every delivery, and what was held back or dropped before it became one. */
import type { Tone } from '../../domain/card/card.ts';
import type { DeliveryStatus } from '../../domain/contact/contact.ts';
import type { ContactId } from '../../domain/event.ts';
import type { Review } from '../../domain/review/review.ts';
import type { Instant, LocalDate } from '../../domain/time/instant.ts';
import type { DeliveryRow } from '../../flow/ports/readings.ts';
import { kindsInWords, kindsOfKeys } from './contact-event-words.ts';
import type { House } from './house.ts';
import type { WorkspaceOptions } from './options.ts';

export type LedgerLine = {
  readonly id: string;
  readonly to: string;
  readonly what: string;
  readonly at: Instant;
  readonly state: DeliveryStatus;
  readonly tone: Tone;
  readonly settledAt?: Instant;
  readonly attempts: number;
  readonly why?: string;
};

export type HeldLine = {
  readonly id: string;
  readonly to: string;
  readonly what: string;
  readonly at: Instant;
  readonly why: string;
  readonly until?: Instant;
  /** A quiet somebody asked for ends with a day of theirs, not at a moment. */
  readonly untilDay?: LocalDate;
};

const mostLines = 200;
/** More than one looks back at; their states are at hand. */
const mostReviews = 12;

export async function ledgerOf({ readings, store }: WorkspaceOptions, house: House) {
  const [snoozed, rows, events] = await Promise.all([
    Promise.all(house.reviews.slice(0, mostReviews).map(({ id }) => store.current({ kind: 'review', id }))),
    readings.ledger({ limit: mostLines }),
    readings.ledgerEvents({ limit: mostLines }),
  ]);
  const deliveries = rows.map((row): LedgerLine => ledgerLine(row, house));
  const what = new Map(rows.map((row) => [row.id, kindsInWords(row.duties)]));
  const held = events.flatMap(({ id, stream, at, event }): readonly HeldLine[] => {
    const shared = { id, to: contactName(house, stream.id), at };
    if (event.type === 'DutiesHeldBack')
      return [{ ...shared, what: kindsOfKeys(event.duties), why: event.because, until: event.until }];
    if (event.type === 'DeliveryHeldBack')
      return [{ ...shared, what: what.get(event.delivery) ?? 'a message', why: event.because, until: event.until }];
    if (event.type === 'DutiesDropped') return [{ ...shared, what: kindsOfKeys(event.duties), why: event.because }];
    return [];
  });
  const asked = snoozed.flatMap((current) => (current ? snoozes(current.state, house) : []));
  return { deliveries, held: [...held, ...asked].sort((a, b) => (a.at < b.at ? 1 : -1)) };
}

/** Reminders that no duty fell due for, since their person asked for quiet. */
function snoozes({ id, title, snoozed }: Review, house: House): readonly HeldLine[] {
  return [...snoozed].map(([person, { until, at }]) => ({
    id: `snooze-${id}-${person}`,
    to: contactName(house, person),
    at,
    what: `Reminders of ${title}`,
    why: 'asked not to be reminded before',
    untilDay: until,
  }));
}

function ledgerLine(row: DeliveryRow, house: House): LedgerLine {
  const { id, at, attempts, status, why, settledAt } = row;
  const to = contactName(house, row.contact);
  const outcome = { ...(why !== undefined && { why }), ...(settledAt !== undefined && { settledAt }) };
  return { id, to, at, attempts, what: kindsInWords(row.duties), state: status, tone: toneOf[status], ...outcome };
}

const toneOf: Readonly<Record<DeliveryStatus, Tone>> = {
  planned: 'unanswered',
  claimed: 'to be judged',
  sent: 'meets',
  dropped: 'informational',
  refused: 'falls short',
  uncertain: 'to be judged',
};

function contactName({ people, programs }: House, contact: ContactId): string {
  const program = programs.find(({ id }) => contact === `channel:${id}`);
  if (program) return `# ${program.settings.channel?.name ?? program.settings.channel?.id ?? program.id}`;
  return people.get(contact)?.name ?? 'a former member';
}
