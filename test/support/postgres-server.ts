/** A throw-away Postgres of its own on a socket in a temporary folder, with fsync as in production. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

export type PostgresServer = {
  /** What DATABASE_URL would hold, for a new and empty database. */
  createDatabase(): Promise<string>;
  /** Begins again with what it held. */
  start(): Promise<void>;
  /** Dies at once with all its connections, as at a power cut. */
  kill(): Promise<void>;
  /** Stops and clears up. */
  stop(): Promise<void>;
};

const binaries = findBinaries();
export const postgresInstalled = binaries !== undefined;
export const whyPostgres =
  'initdb and postgres are neither on the PATH nor in /usr/lib/postgresql/*/bin; on Debian they are in the package postgresql.';

export async function postgresServer(): Promise<PostgresServer> {
  if (binaries === undefined) throw new Error(whyPostgres);
  const folder = await mkdtemp(join(tmpdir(), 'muster-postgres-'));
  const as = unprivileged();
  if (as) chownSync(folder, as.uid, as.gid);
  await chmod(folder, 0o755);
  const data = join(folder, 'data');
  run(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], as);
  let running: ChildProcess | undefined;
  let made = 0;
  const server = {
    async createDatabase() {
      made += 1;
      const client = new pg.Client({ connectionString: urlOf(folder, 'postgres') });
      await client.connect();
      await client.query(`create database muster_${made}`);
      await client.end();
      return urlOf(folder, `muster_${made}`);
    },
    async start() {
      const options = ['-D', data, '-k', folder, '-h', '', '-c', 'max_connections=60'];
      running = spawn(join(binaries, 'postgres'), options, { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
      await ready(running);
    },
    async kill() {
      const dying = running;
      running = undefined;
      if (!dying || dying.exitCode !== null) return;
      const gone = once(dying, 'exit');
      // Immediate shutdown: no checkpoint, no farewell to anybody. SIGKILL would leave its children behind.
      dying.kill('SIGQUIT');
      await gone;
    },
    async stop() {
      await server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  } satisfies PostgresServer;
  await server.start();
  return server;
}

function urlOf(folder: string, database: string): string {
  return `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`;
}

/** Goes on reading what it says after that: a full pipe would stop it. */
function ready(postgres: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    postgres.stderr?.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    postgres.once('error', reject);
    postgres.once('exit', () => reject(new Error(`postgres did not start:\n${said}`)));
  });
}

function run(program: string, options: readonly string[], as: Identity | undefined): void {
  const { status, stderr } = spawnSync(program, options, { ...as, encoding: 'utf8', cwd: tmpdir() });
  if (status !== 0) throw new Error(`${program} failed:\n${stderr}`);
}

type Identity = { readonly uid: number; readonly gid: number };

/** Postgres refuses to run as root. */
function unprivileged(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = spawnSync('id', ['-u', 'postgres']).status === 0 ? 'postgres' : 'nobody';
  const idOf = (flag: string) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function findBinaries(): string | undefined {
  const packaged = '/usr/lib/postgresql';
  const versions = existsSync(packaged) ? readdirSync(packaged).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(packaged, version, 'bin')),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}
