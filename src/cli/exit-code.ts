/** How a command ends, for scripts. */
export const exitCode = { fine: 0, refused: 1, usage: 2, unavailable: 3 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export const exitCodesInHelp = `
Exit codes:
  0  fine
  1  a problem was found, or Muster refused
  2  the command was not understood
  3  the database, or the running Muster, could not be reached`;

/** Ends a command with a sentence instead of a result. Known and expected: no stack trace. */
export class CommandStopped extends Error {
  readonly code: ExitCode;
  constructor(code: ExitCode, sentence: string, options: { cause?: unknown } = {}) {
    super(sentence, { cause: options.cause });
    this.name = 'CommandStopped';
    this.code = code;
  }
}
