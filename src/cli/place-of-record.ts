/** Where a terminal looks for the record, and whether there is one. */
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { socketName } from '../adapters/socket/lock-and-serve.ts';
import type { Context } from './command-context.ts';
import { variablesOf } from './configured.ts';

/** For whoever finds nothing there. */
export function placeOfRecord(context: Context): string {
  const { databaseUrl, dataDir } = variablesOf(context);
  return databaseUrl === undefined ? resolve(dataDir) : 'the database that DATABASE_URL names';
}

/** A data folder is made by who begins a record, never by who only looks for one. */
export async function hasRecord(context: Context): Promise<boolean> {
  const { databaseUrl, dataDir } = variablesOf(context);
  if (databaseUrl !== undefined) return true;
  const names = await readdir(resolve(dataDir)).catch(() => []);
  return names.some((name) => !name.startsWith('.') && !socketName.test(name));
}
