/** Makes a new embedded database. initdb costs some 800 MB once, so a child process pays and gives it all back. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreUnavailable } from '../../flow/ports/event-store.ts';

/** Does nothing to a folder that holds a database. A crash half way leaves no half database: it is renamed when done. */
export async function initialiseFolder(folder: string): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const unfinished = join(dirname(folder), `.${basename(folder)}.unfinished`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await runChild(unfinished);
  await rename(unfinished, folder);
}

async function runChild(folder: string): Promise<void> {
  const { program, loader, cwd } = childProgram();
  const child = spawn(process.execPath, [...loader, program, folder], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code === 0) return;
  throw new StoreUnavailable(
    `A new database could not be made in ${dirname(folder)}: ${said.trim() || `exit ${code}`}`,
  );
}

/** Compiled, it is plain JavaScript; from source the child needs tsx, which is found from its own folder. */
function childProgram(): { program: string; loader: readonly string[]; cwd: string } {
  const fromSource = import.meta.url.endsWith('.ts');
  const name = fromSource ? './initialise-folder-child.ts' : './initialise-folder-child.js';
  const program = fileURLToPath(new URL(name, import.meta.url));
  return { program, loader: fromSource ? ['--import', 'tsx'] : [], cwd: dirname(program) };
}
