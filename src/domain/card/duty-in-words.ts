/** A duty as `why` names it. */
import type { DutyKind } from '../review/duty.ts';

const words: Record<DutyKind, string> = {
  ask: 'Asked',
  remind: 'Reminder',
  overdue: 'Overdue notice',
  'escalate to accountable': 'Escalation to who is accountable',
  'escalate to lead': 'Escalation to the lead',
  'handed over': 'Hand-over',
  'request judgement': 'Request for judgement',
  'request sign-off': 'Request for sign-off',
  summarise: 'Summary',
  'tell unreachable': 'Somebody cannot be reached',
  'post opening': 'Opening in the channel',
  'post digest': 'Digest in the channel',
  'post closing': 'Closing in the channel',
  'post sign-off': 'Sign-off in the channel',
};

export function dutyInWords(kind: DutyKind): string {
  return words[kind];
}
