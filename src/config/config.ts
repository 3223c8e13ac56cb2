/** What Muster was told to be: frozen, complete, and right. */
import type { Checklist } from '../domain/checklist/checklist.ts';
import type { Problem } from '../flow/ports/problem.ts';
import type { ConfigProblem } from './config-problem.ts';
import type { ProgramFile } from './program-file.ts';
import type { Variables } from './variables.ts';

export type ConfiguredProgram = {
  readonly file: ProgramFile;
  /** Where the file is. */
  readonly path: string;
  /** With the packs the program opted in to. */
  readonly checklist: Checklist;
  readonly demo: boolean;
};

export type Config = Omit<Variables, 'questions' | 'programs' | 'dataDir'> & {
  /** Absolute. Holds the embedded database and the socket. */
  readonly dataDir: string;
  /** Folders with a folder for each checklist; the first that has it counts. */
  readonly questions: readonly string[];
  readonly programs: readonly ConfiguredProgram[];
  /** Nothing that stops Muster, and something to mend. */
  readonly warnings: readonly Problem[];
};

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };
