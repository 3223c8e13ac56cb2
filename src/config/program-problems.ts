/** What a program file says that its checklist, its people or the calendar do not bear out. */
import type { At } from '../adapters/checklist-files/positioned-yaml.ts';
import type { Checklist } from '../domain/checklist/checklist.ts';
import type { Cadences } from '../flow/ports/cadences.ts';
import type { Problem } from '../flow/ports/problem.ts';
import { channelFaults } from './faults/channel.ts';
import type { Fault } from './faults/fault.ts';
import { namesFaults } from './faults/names.ts';
import { ownerFaults, ownerWarnings } from './faults/owners.ts';
import { peopleFaults } from './faults/people.ts';
import { settingFaults, standardWarnings } from './faults/settings.ts';
import { cadenceFaults, zoneFaults } from './faults/time.ts';
import type { ProgramFile } from './program-file.ts';

export function programProblems(
  file: ProgramFile,
  checklist: Checklist | undefined,
  { cadences, at }: { readonly cadences: Cadences; readonly at: At },
): { readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] } {
  const place = ({ path, message }: Fault): Problem => ({ ...at(path), message });
  const alone = [...channelFaults(file), ...cadenceFaults(file, cadences), ...zoneFaults(file), ...peopleFaults(file)];
  const together = checklist
    ? [...namesFaults(file, checklist), ...ownerFaults(file, checklist), ...settingFaults(file, checklist)]
    : [];
  const warnings = [...ownerWarnings(file), ...(checklist ? standardWarnings(file, checklist) : [])];
  return { problems: [...alone, ...together].map(place), warnings: warnings.map(place) };
}
