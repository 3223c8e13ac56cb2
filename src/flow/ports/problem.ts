/** Something wrong in a file a person wrote, said so that they can go there and mend it. */
export type Problem = {
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

/** One line a terminal can link: `questions/x/checklist.yaml:3:1 …`. */
export function problemLine(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.message}`;
}
