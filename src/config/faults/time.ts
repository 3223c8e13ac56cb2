/** Zones and cadences that no clock knows. */
import { isZone } from '../../domain/time/zone.ts';
import type { Cadences } from '../../flow/ports/cadences.ts';
import type { ProgramFile } from '../program-file.ts';
import type { Fault } from './fault.ts';

export function cadenceFaults({ cadence }: ProgramFile, cadences: Cadences): readonly Fault[] {
  if (!isZone(cadence.zone)) return [{ path: ['cadence', 'zone'], message: noSuchZone(cadence.zone) }];
  return cadences.problems(cadence).map((message) => ({ path: ['cadence', 'cron'], message }));
}

export function zoneFaults({ people }: ProgramFile): readonly Fault[] {
  return Object.entries(people).flatMap(([key, { zone }]) =>
    zone === undefined || isZone(zone) ? [] : [{ path: ['people', key, 'zone'], message: noSuchZone(zone) }],
  );
}

function noSuchZone(zone: string): string {
  return `There is no time zone "${zone}". Write one as Europe/Stockholm.`;
}
