/** Data folders for the embedded database. initdb takes seconds, so it is run once and its folder copied. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { initialiseFolder } from '../../src/adapters/postgres/initialise-folder.ts';

export type DataFolder = { readonly dataDir: string; remove(): Promise<void> };

/** Empty as after initdb; migrations run when it is opened. */
export async function dataFolder(): Promise<DataFolder> {
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-records-'));
  await cp(await template(), join(dataDir, 'database'), { recursive: true });
  return { dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

async function template(): Promise<string> {
  const prepared = join(tmpdir(), `muster-initdb-${await pgliteVersion()}-${userInfo().uid}`, 'database');
  if (existsSync(prepared)) return prepared;
  const making = `${dirname(prepared)}-${randomUUID()}`;
  await mkdir(making, { recursive: true });
  await initialiseFolder(join(making, 'database'));
  // Two runs may make it at once: the first to rename has made it.
  await rename(making, dirname(prepared)).catch(() => rm(making, { recursive: true, force: true }));
  return prepared;
}

async function pgliteVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(await readFile(join(dirname(entry), '../package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
