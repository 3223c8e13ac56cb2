/** What a delivery says: of several steps of one thing only the last, as when the process was down for a week. */
import type { Duty } from '../review/duty.ts';

export function spoken(duties: readonly Duty[]): readonly Duty[] {
  const last = new Map<string, Duty>();
  for (const duty of duties) {
    const thing = [duty.review, duty.kind, duty.subject].join('\n');
    const before = last.get(thing);
    if (!before || before.ordinal < duty.ordinal || duty.kind === 'handed over') last.set(keyOf(duty, thing), duty);
  }
  return [...last.values()];
}

/** Each hand-over is a thing of its own. */
function keyOf(duty: Duty, thing: string): string {
  return duty.kind === 'handed over' ? duty.key : thing;
}
