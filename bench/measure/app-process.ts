/** An app under test, in a process of its own, so that whoever presses does not take its time. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { environment } from '../../src/config.ts';

export type AppProcess = {
  readonly url: string;
  /** Milliseconds of processor time it has taken so far. */
  processorTime(): number;
  stop(): Promise<void>;
};
export type Program = {
  /** What comes after `node`. */
  readonly arguments: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** Ready once it has printed its address. What it says on standard error is ours to see. */
export async function appProcess({ arguments: given, env }: Program): Promise<AppProcess> {
  const child = spawn(process.execPath, given, {
    env: { ...environment(), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  return {
    url,
    processorTime: () => processorTimeOf(child.pid ?? 0),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** From the kernel's own count, in its hundredths of a second. */
function processorTimeOf(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10;
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const address = /http:\/\/[^\s/]+:\d+/.exec(said);
      if (address) resolve(address[0]);
    });
    child.once('exit', (code) => reject(new Error(`An app under test ended with ${code}:\n${said}`)));
  });
}
