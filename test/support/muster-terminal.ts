/** `muster <command>` as a person types it, in a process of its own. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** What `npm start` compiled is what runs here. Rejects on another exit code than 0. */
export function muster(
  env: Readonly<Record<string, string>>,
  ...typed: readonly string[]
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const all = { ...process.env, NODE_ENV: '', ...env };
  return promisify(execFile)(process.execPath, [cli, ...typed], { env: all, maxBuffer: 1e8 });
}
