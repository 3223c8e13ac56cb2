/** A result for programs: an array of objects, each with an id. */
import type { Terminal } from './terminal.ts';

export function printJson<T extends { readonly id: string }>(terminal: Terminal, rows: readonly T[]): Promise<void> {
  return terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
}
