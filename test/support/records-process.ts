/** Starts the records writer as a process, and reads what it acknowledges. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Where } from '../../src/adapters/postgres/open-database.ts';

export type Acknowledged = { readonly version: number; readonly hash: string };

export type WriterProcess = {
  /** Grows as it goes. */
  readonly acknowledged: readonly Acknowledged[];
  /** When that many were acknowledged; rejects when it ends before. */
  reached(count: number): Promise<void>;
  kill(): Promise<void>;
  /** Rejects unless it ended well. */
  ended(): Promise<void>;
};

export function writerProcess(
  where: Where,
  review: string,
  { count, at = 0 }: { count: number; at?: number },
): WriterProcess {
  const program = fileURLToPath(new URL('records-writer.ts', import.meta.url));
  const args = ['--import', 'tsx', program, JSON.stringify(where), review, `${count}`, `${at}`];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const acknowledged: Acknowledged[] = [];
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });
  const exited = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [, version, hash = ''] = line.split(' ');
    acknowledged.push({ version: Number(version), hash });
  });
  return {
    acknowledged,
    reached: (count) =>
      new Promise((resolve, reject) => {
        lines.on('line', () => acknowledged.length >= count && resolve());
        void exited.then(() => reject(new Error(`It ended after ${acknowledged.length}:\n${complaints}`)));
      }),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async ended() {
      await exited;
      if (child.exitCode !== 0) throw new Error(`The writer failed:\n${complaints}`);
    },
  };
}
