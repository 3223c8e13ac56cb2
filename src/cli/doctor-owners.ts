/** Whether every prompt has an owner and every program somebody to sign: told program by program, each under its own id. */
import type { Config, ConfiguredProgram } from '../config/config.ts';
import type { Finding } from '../flow/office-rows.ts';
import { problemLine } from '../flow/ports/problem.ts';

export function ownerFindings({ programs, warnings }: Config): readonly Finding[] {
  return programs.flatMap((program) => {
    const theirs = warnings.filter(({ file }) => file === program.path);
    return [
      owners(program),
      ...(theirs.length > 0 ? [] : [approvers(program)]),
      ...theirs.map((warning) => attention(program, warning)),
    ];
  });
}

/** A program with a prompt nobody owns never came this far. */
function owners({ file, checklist }: ConfiguredProgram): Finding {
  const people = new Set([...Object.values(file.roles), ...Object.values(file.prompts)]).size;
  const sentence = `${file.id}: each of ${checklist.prompts.length} prompts has one of ${people} owners.`;
  return { id: `owners:${file.id}`, state: 'ok', sentence };
}

function approvers({ file }: ConfiguredProgram): Finding {
  const names = file.approvers.map((key) => file.people[key]?.name ?? key);
  return { id: `approvers:${file.id}`, state: 'ok', sentence: `${file.id}: ${names.join(' or ')} may sign.` };
}

function attention({ file }: ConfiguredProgram, warning: Config['warnings'][number]): Finding {
  return { id: `program:${file.id}`, state: 'attention', sentence: problemLine(warning) };
}
