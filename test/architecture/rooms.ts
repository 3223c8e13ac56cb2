/** The rooms of the house and who may look into whom. The first room a file's path fits is its room. */
import { readdirSync } from 'node:fs';

export type Room = {
  readonly path: string;
  /** Rooms it may import from, besides itself. */
  readonly rooms: readonly string[];
  /** Packages it may import; `any` is every dependency and every part of Node. */
  readonly packages: readonly string[] | 'any';
  /** What it may not even name: it gets the time, chance and the world as data. */
  readonly pure?: true;
};

const inner = ['src/domain/', 'src/flow/'];
/** Strangers to each other: a new one is a room of its own from its first file on. */
const adapters = readdirSync(new URL('../../src/adapters', import.meta.url)).map(
  (name): Room => ({ path: `src/adapters/${name}/`, rooms: inner, packages: 'any' }),
);

export const rooms: readonly Room[] = [
  { path: 'src/domain/', rooms: [], packages: ['zod', 'temporal-polyfill', '@noble/hashes', 'leven'], pure: true },
  { path: 'src/flow/', rooms: ['src/domain/'], packages: ['zod', '@noble/hashes'] },
  // Runs in the browser: no Node, and nothing of the server.
  { path: 'src/adapters/workspace/page/', rooms: [], packages: ['idiomorph'] },
  ...adapters,
  {
    path: 'src/config',
    // Program files and checklists are written by the same hands and read in the same way, with line and column.
    rooms: [...inner, 'src/adapters/checklist-files/'],
    packages: 'any',
  },
  {
    path: 'src/cli/',
    // The terminal reads checklists, and reaches a running Muster through the socket, where there is no server.
    rooms: [...inner, 'src/config', 'src/adapters/checklist-files/', 'src/adapters/socket/'],
    packages: 'any',
  },
  { path: 'src/wiring/', rooms: [...inner, 'src/config', 'src/cli/', 'src/adapters/'], packages: 'any' },
  { path: 'src/main.ts', rooms: ['src/cli/', 'src/wiring/'], packages: [] },
  { path: 'src/cli.ts', rooms: ['src/cli/', 'src/wiring/'], packages: [] },
];
