/** Where the terminal's commands write, and whom they may ask. */
import { createInterface } from 'node:readline/promises';

export type Terminal = {
  /** Results. Whole text, its line feeds included. Resolves when the reader has room again. */
  out(text: string): Promise<void>;
  /** What is not a result: problems, progress, questions. */
  err(text: string): void;
  /** Columns; Infinity where nobody looks and programs read. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether a line on stderr may be drawn over. */
  readonly live: boolean;
  /** Undefined where nobody can answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
};

export function processTerminal(env: Readonly<Record<string, string | undefined>>): Terminal {
  const { stdout, stderr, stdin } = process;
  return {
    out: (text) => new Promise((resolve, reject) => stdout.write(text, (error) => (error ? reject(error) : resolve()))),
    err: (text) => void stderr.write(text),
    width: stdout.isTTY ? Math.max(40, stdout.columns) : Number.POSITIVE_INFINITY,
    colour: stdout.isTTY === true && !env['NO_COLOR'],
    live: stderr.isTTY === true,
    confirm: stdin.isTTY && stderr.isTTY ? confirm : undefined,
  };
}

async function confirm(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(`${question} [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
