/** What each duty says to its person. Drawn from the state of now: an answered question is never chased. */
import type { Duty, DutyKind } from '../../review/duty.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { endings } from './notice-endings.ts';
import { escalation, unreachable } from './notice-escalation.ts';
import { asking, handedOver, overdue, reminder } from './notice-owner.ts';
import type { Told } from './told.ts';

export function partsOf(scene: Scene, rs: ReviewScene, duties: readonly Duty[]): readonly Told[] {
  const kinds = new Map<string, Duty>();
  for (const duty of duties) kinds.set(byPerson.has(duty.kind) ? `${duty.kind}/${duty.subject}` : duty.kind, duty);
  const told = [...kinds.values()].flatMap((duty) => partOf(scene, rs, duty));
  const said = new Map(told.map((one) => [one.sentence, one]));
  return [...said.values()];
}

/** Told once for each person they are about; any other kind once for the review. */
const byPerson: ReadonlySet<DutyKind> = new Set(['escalate to accountable', 'escalate to lead', 'tell unreachable']);

function partOf(scene: Scene, rs: ReviewScene, duty: Duty): Told {
  switch (duty.kind) {
    case 'ask':
      return asking(scene, rs);
    case 'remind':
      return reminder(scene, rs);
    case 'overdue':
      return overdue(scene, rs);
    case 'handed over':
      return handedOver(scene, rs);
    case 'escalate to accountable':
    case 'escalate to lead':
      return escalation(scene, rs, duty);
    case 'tell unreachable':
      return unreachable(scene, rs, duty);
    case 'request judgement':
    case 'request sign-off':
    case 'summarise':
    case 'post opening':
    case 'post digest':
    case 'post closing':
    case 'post sign-off':
      return endings(scene, rs, duty.kind);
    default:
      return duty.kind satisfies never;
  }
}
