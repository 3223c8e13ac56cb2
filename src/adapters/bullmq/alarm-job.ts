/** An alarm as BullMQ keeps it: a job that holds nothing but where to look and when. */
import { z } from 'zod';
import { instant, millisecondsOf } from '../../domain/time/instant.ts';
import type { Alarm } from '../../flow/ports/alarms.ts';

const alarm = z.object({
  look: z.enum(['program', 'review', 'contact', 'delivery', 'cards']),
  id: z.string().min(1),
  at: instant,
});

/**
 * The same alarm is the same job, and a later one for the same thing is another: BullMQ ignores, without a word,
 * a job whose id still exists. It allows no colon in an id, and a contact's id may hold one.
 */
export function jobIdOf(alarm: Alarm): string {
  return `${alarm.look}~${encodeURIComponent(alarm.id)}~${millisecondsOf(alarm.at)}`;
}

/** Undefined when it is no alarm: written by an older or newer Muster, or by hand. */
export function alarmOf(data: unknown): Alarm | undefined {
  return alarm.safeParse(data).data;
}
