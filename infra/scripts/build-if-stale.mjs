/** Compiles what is older than its source, and says nothing when there is nothing to do. `--all` compiles regardless. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const page = 'src/adapters/workspace/page';
const shared = ['package.json', 'package-lock.json', 'tsconfig.json'];

const projects = [
  { config: 'tsconfig.build.json', sources: ['src'], except: [page], stamp: 'dist/.built' },
  { config: `${page}/tsconfig.json`, sources: [page], except: [], stamp: 'dist/.page-built' },
];

for (const project of projects) {
  if (!existsSync(join(root, project.config))) continue;
  const started = new Date();
  if (!process.argv.includes('--all') && isFresh(project)) continue;
  // A production install has no compiler: what it was given compiled is what it runs.
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  if (!existsSync(compiler)) fail(`${project.config} must be compiled, and the compiler is not installed. Run npm ci.`);
  process.stderr.write(`Compiling ${project.config}\n`);
  const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, project.config)], { stdio: 'inherit' });
  if (status !== 0) fail(`${project.config} did not compile.`);
  removeOrphans(project);
  markBuilt(project, started);
}

function isFresh({ config, sources, except, stamp }) {
  const built = modified(join(root, stamp));
  if (built === 0) return false;
  const files = [config, ...shared].map((file) => join(root, file));
  // Folders count too: a file taken away or renamed changes its folder and nothing else.
  const paths = sources.flatMap((source) => walk(join(root, source), except));
  return [...files, ...paths].every((path) => modified(path) <= built);
}

/** The stamp bears the time the build began: what was saved while it ran is newer, and compiled next time. */
function markBuilt({ stamp }, started) {
  const file = join(root, stamp);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, started, started);
}

/** What was compiled from a source that is gone, so that nothing old can still be loaded. */
function removeOrphans({ config }) {
  if (config !== 'tsconfig.build.json') return;
  const dist = join(root, 'dist');
  for (const path of walk(dist, [page.replace('src/', 'dist/')])) {
    const match = /^(.*)\.js(\.map)?$/.exec(relative(dist, path));
    if (!match) continue;
    const source = join(root, 'src', match[1]);
    if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(path);
  }
}

function walk(path, except) {
  if (except.includes(relative(root, path)) || !existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return [path, ...readdirSync(path).flatMap((name) => walk(join(path, name), except))];
}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
