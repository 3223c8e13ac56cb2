/** Sections, prompts and roles the checklist does not have. */
import type { Checklist } from '../../domain/checklist/checklist.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { ProgramFile } from '../program-file.ts';
import type { Fault } from './fault.ts';

export function namesFaults(file: ProgramFile, checklist: Checklist): readonly Fault[] {
  const sections = checklist.sections.map(({ id }) => id);
  const prompts = checklist.prompts.map(({ id }) => id);
  const roles = [...new Set(checklist.prompts.map(({ owner }) => owner))];
  return [
    ...unknown(file.sections, sections, { field: 'sections', what: 'section', checklist }),
    ...unknown(file.prompts, prompts, { field: 'prompts', what: 'prompt', checklist }),
    ...unknown(file.roles, roles, { field: 'roles', what: 'role', checklist }),
  ];
}

function unknown(
  record: Readonly<Record<string, unknown>>,
  known: readonly string[],
  { field, what, checklist }: { field: string; what: string; checklist: Checklist },
): readonly Fault[] {
  return Object.keys(record)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const message = `The checklist ${checklist.id} has no ${what} "${name}".${didYouMean(name, known)}`;
      return { path: [field, name], message };
    });
}
