/** What can happen between Muster and one contact: the ledger, and the proof of asking. */
import { z } from 'zod';
import { platforms } from '../event.ts';
import { duty } from '../review/duty.ts';
import { instant } from '../time/instant.ts';

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

export const reasonsToHold = [
  'outside working hours',
  'a free day',
  'already written to today',
  'snoozed',
  'cannot be reached',
] as const;
export type ReasonToHold = (typeof reasonsToHold)[number];

/** Where a message went, as its platform names it, so that it can be redrawn. */
export const messageRef = z.strictObject({
  platform: z.enum(platforms),
  conversation: z.string(),
  message: z.string(),
});
export type MessageRef = z.infer<typeof messageRef>;

export const contactEvent = z.discriminatedUnion('type', [
  event('DeliveryPlanned', { delivery: z.string(), duties: z.array(duty).min(1), at: instant }),
  event('DutiesHeldBack', { duties: z.array(z.string()).min(1), because: z.enum(reasonsToHold), until: instant }),
  /** Not needed any more: answered meanwhile, or the review ended. */
  event('DutiesDropped', { duties: z.array(z.string()).min(1), because: z.string() }),
  /** Its time came at the wrong hour or on the wrong day, as after the process was down: planned for later. */
  event('DeliveryHeldBack', { delivery: z.string(), because: z.enum(reasonsToHold), until: instant }),
  event('DeliveryDropped', { delivery: z.string(), because: z.string() }),
  /** Claimed before anything is sent, until then nobody else may try. */
  event('DeliveryClaimed', { delivery: z.string(), until: instant }),
  event('DeliverySent', { delivery: z.string(), ref: messageRef }),
  /** Certainly not sent; tried again at that time, or never. */
  event('DeliveryRefused', { delivery: z.string(), why: z.string(), again: instant.exactOptional() }),
  /** Perhaps sent: not sent again, and the next reminder stands in for it. */
  event('DeliveryUncertain', { delivery: z.string(), why: z.string() }),
  event('ContactUnreachable', { why: z.string() }),
  event('ContactReachable', {}),
]);
export type ContactEvent = z.infer<typeof contactEvent>;
