/** The contact events that tell what was not said, and why: the ledger's other half. */
import type { ContactEvent } from '../../domain/contact/events.ts';

export const ledgerTypes: readonly ContactEvent['type'][] = [
  'DutiesHeldBack',
  'DutiesDropped',
  'DeliveryHeldBack',
  'DeliveryDropped',
  'DeliveryRefused',
  'DeliveryUncertain',
  'ContactUnreachable',
];
