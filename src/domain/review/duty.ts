/** What a review owes somebody: one thing to say once, under its key. */
import { z } from 'zod';
import { instant } from '../time/instant.ts';

export const dutyKinds = [
  'ask',
  'remind',
  'overdue',
  'escalate to accountable',
  'escalate to lead',
  'handed over',
  'request judgement',
  'request sign-off',
  'summarise',
  'tell unreachable',
  'post opening',
  'post digest',
  'post closing',
  'post sign-off',
] as const;

export const duty = z.strictObject({
  /**
   * review/kind/recipient/subject/ordinal. The ordinal is the n-th step of its policy, counted in the fold, never an
   * instant: a changed zone, holiday or snooze moves instants, and the same thing would be said twice.
   */
  key: z.string(),
  review: z.string(),
  kind: z.enum(dutyKinds),
  /** Who hears of it: a contact. */
  to: z.string(),
  /** Whom or what it is about: the owner whose prompts are open, or the review itself. */
  subject: z.string(),
  ordinal: z.number().int(),
  /** When it fell due by the agenda. */
  at: instant,
});
export type Duty = z.infer<typeof duty>;
export type DutyKind = Duty['kind'];

export function dutyOf(owed: Omit<Duty, 'key'>): Duty {
  const { review, kind, to, subject, ordinal } = owed;
  return { key: [review, kind, to, subject, ordinal].join('/'), ...owed };
}

/** A duty with its time still ahead, or what a review does by itself then. */
export type Appointment =
  | (Duty & { readonly does: 'tell' })
  | { readonly does: 'close' | 'lapse'; readonly at: string; readonly key: string };

/** What an appointment notes in the review once it falls due; nothing when it is the review that acts. */
export function dutyIn(appointment: Appointment): Duty | undefined {
  if (appointment.does !== 'tell') return undefined;
  const { does: _, ...duty } = appointment;
  return duty;
}
