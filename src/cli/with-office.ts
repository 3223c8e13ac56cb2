/** Finds the office a command speaks to: the running Muster’s through its socket, or one opened for just this. */
import { connectTo } from '../adapters/socket/ask.ts';
import { type Holder, lockAndServe } from '../adapters/socket/lock-and-serve.ts';
import type { Config } from '../config/config.ts';
import type { Office } from '../flow/office.ts';
import type { Context } from './command-context.ts';
import { configured } from './configured.ts';
import { CommandStopped, exitCode } from './exit-code.ts';
import { remoteOffice } from './office-remote.ts';
import { serveOffice } from './serve-office.ts';

export type Use<T> = (office: Office, config: Config) => Promise<T>;

export async function withOffice<T>(context: Context, title: string, use: Use<T>): Promise<T> {
  const config = await configured(context);
  // A database server takes any number of processes; the embedded one takes one.
  if (config.databaseUrl !== undefined) return withOwn(context, config, use);
  const lock = await lockAndServe(config.dataDir, `muster ${title}`);
  if (lock.held === 'elsewhere') return withTheirs(config, lock.by, use);
  try {
    return await withOwn(context, config, (office) => {
      lock.answerWith(serveOffice(office));
      return use(office, config);
    });
  } finally {
    await lock.close();
  }
}

async function withOwn<T>({ rooms }: Context, config: Config, use: Use<T>): Promise<T> {
  const { office, close } = await rooms.openOffice(config);
  try {
    return await use(office, config);
  } finally {
    await close();
  }
}

async function withTheirs<T>(config: Config, holder: Holder, use: Use<T>): Promise<T> {
  const ask = async function* (request: unknown) {
    const connection = await connectTo(config.dataDir);
    if (!connection) throw new CommandStopped(exitCode.unavailable, `${heldBy(config, holder)} and does not answer.`);
    try {
      yield* connection.ask(request);
    } catch (error) {
      throw new CommandStopped(exitCode.unavailable, messageOf(error), { cause: error });
    }
  };
  return use(remoteOffice(ask), config);
}

function heldBy({ dataDir }: Config, { pid, title }: Holder): string {
  const who = pid === undefined ? 'another process' : `process ${pid} (${title ?? 'of another kind'})`;
  return `The data folder ${dataDir} is held by ${who}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
