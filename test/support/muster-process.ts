/** Muster as a person starts it: `npm start` in a process of its own, on a free port, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type MusterProcess = {
  readonly url: string;
  /** As `kill -9` does: no goodbye, nothing flushed. */
  kill(): Promise<void>;
  /** As Ctrl+C does: to npm, the shell and node alike. */
  stop(): Promise<void>;
};

/** Resolves when it has printed its address. `env` is set over the machine's own. */
export async function startMuster(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<MusterProcess> {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: '', PORT: '0', MUSTER_DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: npm, the shell and node end together.
    detached: true,
  });
  const url = await addressOf(child);
  return {
    url,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGINT'),
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(said);
      if (address) resolve(address[0]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`Muster ended with ${code} before it was ready:\n${said}`)));
  });
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'close');
  process.kill(-child.pid, signal);
  await ended;
}
