/** Other processes that want the same folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const script = fileURLToPath(new URL('./holder.ts', import.meta.url));

export type Contender = { readonly process: ChildProcess; tryNow(): Promise<string> };

/** Resolves when it is up and waits for the word to try. */
export async function contender(folder: string): Promise<Contender> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  await lines.next();
  const tryNow = async () => {
    child.stdin.write('go\n');
    return String((await lines.next()).value);
  };
  return { process: child, tryNow };
}

export async function killed({ process: child }: Contender): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
