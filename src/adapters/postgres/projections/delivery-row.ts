/** A delivery as the ledger shows it. */
import type { Delivery } from '../../../domain/contact/contact.ts';
import type { ContactId } from '../../../domain/event.ts';
import type { DeliveryRow } from '../../../flow/ports/readings.ts';

export function deliveryRow(contact: ContactId, delivery: Delivery): DeliveryRow {
  const { id, status, at, settledAt, attempts, why, heldBefore, duties } = delivery;
  return {
    id,
    contact,
    status,
    at,
    attempts,
    duties,
    ...(settledAt !== undefined && { settledAt }),
    ...(why !== undefined && { why }),
    ...(heldBefore !== undefined && { heldBefore }),
  };
}
