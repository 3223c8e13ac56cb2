/**
 * What the Dockerfile would put into an image, laid out in a temporary folder: the same files, copied stage by stage,
 * the same `npm ci`, the same build. Only the base system, the user and the paths at the root are this machine's.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Copy, readDockerfile, type Stage } from './dockerfile.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const workdir = '/muster';

export type Image = { readonly folder: string; readonly stage: Stage; remove(): void };

export function imageFolder(): Image {
  const stages = readDockerfile(readFileSync(join(root, 'Dockerfile'), 'utf8'));
  const home = mkdtempSync(join(tmpdir(), 'muster-image-'));
  const folderOf = (name: string) => join(home, name);
  for (const [index, stage] of stages.entries()) {
    const folder = folderOf(stage.name ?? String(index));
    mkdirSync(folder);
    for (const copy of stage.copies) {
      const from = copy.from === undefined ? root : folderOf(copy.from);
      copyInto(folder, from, copy);
      // A stage installs before it copies its sources, and builds after.
      if (copy === stage.copies[0]) install(stage, folder);
    }
    if (stage.runs.includes('npm run build')) run(folder, 'npm', ['run', '--silent', 'build']);
  }
  const stage = stages.at(-1);
  if (!stage) throw new Error('The Dockerfile has no stage.');
  return {
    folder: folderOf(String(stages.length - 1)),
    stage,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function copyInto(folder: string, from: string, { sources, target }: Copy): void {
  for (const source of sources) {
    const inside = source.replace(`${workdir}/`, '');
    const many = inside.includes('*') || sources.length > 1 || target.endsWith('/');
    for (const path of expanded(from, inside)) {
      const to = resolve(folder, target, many ? basename(path) : '');
      mkdirSync(dirname(to), { recursive: true });
      cpSync(path, to, { recursive: true });
    }
  }
}

function expanded(from: string, pattern: string): readonly string[] {
  const paths = pattern.includes('*') ? matching(from, pattern) : [pattern];
  if (paths.length === 0) throw new Error(`The Dockerfile copies ${pattern}, which is not there.`);
  return paths.map((path) => join(from, path));
}

/** `folder/*.css`: the one form of pattern our Dockerfile uses. */
function matching(from: string, pattern: string): readonly string[] {
  const ending = basename(pattern).slice(1);
  return readdirSync(join(from, dirname(pattern)))
    .filter((name) => name.endsWith(ending))
    .map((name) => join(dirname(pattern), name));
}

/** The compiler and its kin are taken from here instead of installed once more; production's are installed alone. */
function install({ runs }: Stage, folder: string): void {
  if (runs.includes('npm ci')) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  if (runs.includes('npm ci --omit=dev')) run(folder, 'npm', ['ci', '--omit=dev', '--prefer-offline']);
}

function run(folder: string, command: string, options: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(command, options, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')} failed:\n${stdout}\n${stderr}`);
}
