/** What is wrong with a cadence, each in a sentence that names the field. We accept what both libraries understand. */
import { Cron } from 'croner';
import { validateDetailed } from 'node-cron';
import { isZone } from '../../domain/time/zone.ts';
import type { Cadence } from '../../flow/ports/cadences.ts';
import { cronOptions } from './cron-options.ts';

const fields = [
  { name: 'minute', write: '0 to 59' },
  { name: 'hour', write: '0 to 23' },
  { name: 'day of month', write: '1 to 31, or L for the last' },
  { name: 'month', write: '1 to 12, or JAN to DEC' },
  { name: 'day of week', write: '0 to 7 with Sunday as 0 and 7, SUN to SAT, or 1#2 for the second Monday' },
] as const;
const order = 'minute, hour, day of month, month and day of week';

export function cadenceProblems({ cron, zone }: Cadence): readonly string[] {
  const problems = cronProblems(cron);
  return isZone(zone) ? problems : [...problems, `The zone "${zone}" is unknown; write one such as Europe/Stockholm.`];
}

function cronProblems(cron: string): readonly string[] {
  const parts = cron.trim().split(/\s+/).filter(Boolean);
  if (cron.trim().startsWith('@')) return [`The cadence "${cron}" is a nickname; write its five fields: ${order}.`];
  if (parts.length === 6) return [`The cadence "${cron}" has six fields; leave out the seconds and write ${order}.`];
  if (parts.length !== 5) {
    return [
      `The cadence "${cron}" has ${parts.length || 'no'} field${parts.length === 1 ? '' : 's'}; write five: ${order}.`,
    ];
  }
  const wrong = fields.flatMap(({ name, write }, at) => {
    const part = parts[at] ?? '';
    if (understood(fields.map((_, other) => (other === at ? part : '*')).join(' '))) return [];
    return [`The ${name} of the cadence is "${part}"; write ${write}, as numbers, rising ranges, lists or steps.`];
  });
  if (wrong.length > 0) return wrong;
  return understood(cron)
    ? []
    : [`The cadence "${cron}" never occurs: its day of month, month and day of week never meet.`];
}

function understood(cron: string): boolean {
  return validateDetailed(cron).valid && occurs(cron) && !fromSundayToSunday.test(cron);
}

/** In the last field: the whole week to croner and one day to node-cron, so it is not understood. */
const fromSundayToSunday = /(?:sun|\b0)-(?:sun|7)\S*$/i;

/** In no zone does a date come that does not come in UTC. */
function occurs(cron: string): boolean {
  try {
    return new Cron(cron, { ...cronOptions, timezone: 'UTC' }).nextRun('2000-01-01T00:00:00Z') !== null;
  } catch {
    return false;
  }
}
