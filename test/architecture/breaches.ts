/** Every place where a file looks where its room may not, and every circle of files. */
import type { Source } from './read-imports.ts';
import type { Room } from './rooms.ts';

export function breaches(sources: readonly Source[], rooms: readonly Room[]): readonly string[] {
  return [
    ...sources.flatMap((source) => ownBreaches(source, rooms)),
    ...environmentBreaches(sources),
    ...cycles(sources),
  ];
}

function ownBreaches(source: Source, rooms: readonly Room[]): readonly string[] {
  const room = rooms.find(({ path }) => source.path.startsWith(path));
  if (!room) return [`${source.path} is in no room.`];
  const forbidden = source.imports.filter((imported) => !mayImport(room, imported, rooms));
  const impure = room.pure ? impurities.filter((pattern) => pattern.test(source.code)) : [];
  return [
    ...forbidden.map((imported) => `${source.path} must not import ${imported}.`),
    ...impure.map((pattern) => `${source.path} must not use ${pattern.source.replaceAll('\\b', '')}.`),
  ];
}

function mayImport(room: Room, imported: string, rooms: readonly Room[]): boolean {
  if (!imported.startsWith('src/'))
    return room.packages === 'any' || room.packages.some((name) => isOf(imported, name));
  const theirs = rooms.find(({ path }) => imported.startsWith(path));
  if (!theirs) return false;
  return theirs === room || room.rooms.some((allowed) => theirs.path.startsWith(allowed));
}

function isOf(imported: string, name: string): boolean {
  return imported === name || imported.startsWith(`${name}/`);
}

/** The clock, chance, and the world outside. */
const impurities = [
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bTemporal\.Now\b/,
  /\bMath\.random\b/,
  /\bcrypto\b/,
  /\bsetTimeout\b/,
  /\bsetInterval\b/,
  /\bfetch\(/,
  /\bprocess\./,
  /\bconsole\b/,
];

function environmentBreaches(sources: readonly Source[]): readonly string[] {
  const reading = sources.filter(({ code }) => /\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\[/.test(code));
  return reading
    .filter(({ path }) => path !== 'src/config.ts')
    .map(({ path }) => `${path} must not read the environment: src/config.ts does, once.`);
}

/** Depth first; a file met again on the way down closes a circle. */
function cycles(sources: readonly Source[]): readonly string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]) => {
    const begun = way.indexOf(path);
    if (begun >= 0) found.push(`A circle: ${[...way.slice(begun), path].join(' → ')}.`);
    if (begun >= 0 || done.has(path)) return;
    for (const imported of byPath.get(path)?.imports ?? []) if (byPath.has(imported)) visit(imported, [...way, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
}
