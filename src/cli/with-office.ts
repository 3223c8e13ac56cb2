/** Finds the office a command speaks to: the running Muster’s through its socket, or one opened for just this. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connectTo } from '../adapters/socket/ask.ts';
import { type Holder, lockAndServe } from '../adapters/socket/lock-and-serve.ts';
import { remoteOffice } from '../adapters/socket/remote-office.ts';
import { serveOffice } from '../adapters/socket/serve-office.ts';
import type { Config } from '../config/config.ts';
import type { Office } from '../flow/office.ts';
import type { Context } from './command-context.ts';
import { configured, variablesOf } from './configured.ts';
import { CommandStopped, exitCode } from './exit-code.ts';
import { hasRecord } from './place-of-record.ts';

export type Use<T> = (office: Office) => Promise<T>;

/** What a command does where there is no record yet: it begins one, does with the files alone, or cannot go on. */
type Title = 'open' | 'programs' | 'preview' | 'doctor' | 'status' | 'reviews' | 'export' | 'verify' | 'rebuild';
const begins: ReadonlySet<Title> = new Set(['open']);
const needsFilesOnly: ReadonlySet<Title> = new Set(['programs', 'preview', 'doctor']);

export async function withOffice<T>(context: Context, title: Title, use: Use<T>): Promise<T> {
  const { databaseUrl, dataDir } = variablesOf(context);
  // A database server takes any number of processes; the embedded one takes one.
  if (databaseUrl !== undefined) return withOwn(context, await configured(context), use);
  const folder = resolve(dataDir);
  if (await isHeld(folder)) return use(theirOffice(folder));
  const config = await configured(context);
  if (!begins.has(title) && !(await hasRecord(context))) {
    if (needsFilesOnly.has(title)) return inPassing(context, config, use);
    throw new CommandStopped(
      exitCode.unavailable,
      `There is no record in ${folder}. If it is elsewhere, say so with MUSTER_DATA_DIR.`,
    );
  }
  const lock = await lockAndServe(folder, `muster ${title}`);
  if (lock.held === 'elsewhere') return use(theirOffice(folder, lock.by));
  try {
    return await withOwn(context, config, (office) => {
      lock.answerWith(serveOffice(office));
      return use(office);
    });
  } finally {
    await lock.close();
  }
}

/** Over a database that lives as long as the command: what the files say needs no record. */
async function inPassing<T>(context: Context, config: Config, use: Use<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-'));
  try {
    return await withOwn(context, { ...config, dataDir }, use);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function withOwn<T>({ rooms }: Context, config: Config, use: Use<T>): Promise<T> {
  const { office, close } = await rooms.openOffice(config);
  try {
    return await use(office);
  } finally {
    await close();
  }
}

async function isHeld(folder: string): Promise<boolean> {
  const connection = await connectTo(folder);
  connection?.close();
  return connection !== undefined;
}

function theirOffice(folder: string, holder: Holder = {}): Office {
  return remoteOffice(async function* (request) {
    const connection = await connectTo(folder);
    if (!connection) throw new CommandStopped(exitCode.unavailable, `${heldBy(folder, holder)} and does not answer.`);
    try {
      yield* connection.ask(request);
    } catch (error) {
      throw new CommandStopped(exitCode.unavailable, messageOf(error), { cause: error });
    }
  });
}

function heldBy(folder: string, { pid, title }: Holder): string {
  const who = pid === undefined ? 'another process' : `process ${pid} (${title ?? 'of another kind'})`;
  return `The data folder ${folder} is held by ${who}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
