/** Environment and program files → frozen configuration, read once, or everything that is wrong with them. */
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config, ReadConfig } from './config/config.ts';
import { deepFreeze } from './config/deep-freeze.ts';
import type { Environment } from './config/environment.ts';
import { questionFolders } from './config/question-folders.ts';
import { readPrograms } from './config/read-programs.ts';
import { readVariables, type Variables } from './config/variables.ts';
import type { Cadences } from './flow/ports/cadences.ts';

/** The only place that looks at the process's environment; everything else is handed what was read. */
export function environment(): Environment {
  return process.env;
}

export async function readConfig(env: Environment, { cadences }: { readonly cadences: Cadences }): Promise<ReadConfig> {
  const { variables, problems } = readVariables(env);
  if (!variables) return { ok: false, problems };
  const questions = questionFolders(variables.questions);
  const folder = programsFolder(variables);
  const read = folder ? await readPrograms(folder, { questions, cadences, demo: variables.demo }) : nothing;
  if ('unusable' in read)
    return { ok: false, problems: [...problems, { variable: 'MUSTER_PROGRAMS', message: read.unusable }] };
  const all = [...problems, ...read.problems];
  if (all.length > 0) return { ok: false, problems: all };
  const config: Config = {
    ...variables,
    dataDir: resolve(variables.dataDir),
    questions,
    programs: read.programs,
    warnings: read.warnings,
  };
  return { ok: true, config: deepFreeze(config) };
}

const nothing = { programs: [], problems: [], warnings: [] };

function programsFolder({ programs, demo }: Variables): string | undefined {
  if (programs !== undefined) return isAbsolute(programs) ? programs : resolve(programs);
  return demo ? inPackage('../infra/demo') : undefined;
}

/** Beside `src` and `dist` alike. */
function inPackage(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
