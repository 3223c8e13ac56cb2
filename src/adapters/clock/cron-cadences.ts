/** Cadences in cron's words: occurrences by croner, from any instant and over both clock changes. */
import { Cron } from 'croner';
import { millisecondsOf, toInstant } from '../../domain/time/instant.ts';
import type { Cadence, Cadences } from '../../flow/ports/cadences.ts';
import { cadenceProblems } from './cadence-problems.ts';
import { cronOptions } from './cron-options.ts';

export function cronCadences(): Cadences {
  return {
    next({ cron, zone }, after) {
      const found = new Cron(cron, { ...cronOptions, timezone: zone }).nextRun(new Date(millisecondsOf(after)));
      if (!found) throw new Error(`The cadence "${cron}" in ${zone} never occurs after ${after}.`);
      return toInstant(found.getTime());
    },
    problems: (cadence: Cadence) => cadenceProblems(cadence),
  } satisfies Cadences;
}
