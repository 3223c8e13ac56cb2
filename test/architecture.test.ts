import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breaches } from './architecture/breaches.ts';
import { readSource } from './architecture/read-imports.ts';
import { rooms } from './architecture/rooms.ts';

const root = join(import.meta.dirname, '..');
const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
const sources = paths.map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));

describe('the house', () => {
  test('keeps its rooms apart, in one direction, without circles', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(breaches(sources, rooms)).toEqual([]);
  });

  test('has only rooms that are there', () => {
    for (const { path } of rooms)
      expect(
        paths.some((each) => each.startsWith(path)),
        path,
      ).toBe(true);
  });
});

describe('a breach is seen:', () => {
  const breach = (files: Record<string, string>) =>
    breaches(
      Object.entries(files).map(([path, text]) => readSource(path, text)),
      rooms,
    );

  test.each([
    ['the domain on flow', 'src/domain/a.ts', "import { x } from '../flow/b.ts';"],
    ['the domain on Node', 'src/domain/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['the domain on an SDK', 'src/domain/a.ts', "import pg from 'pg';"],
    ['the domain on the clock', 'src/domain/a.ts', 'export const now = () => Date.now();'],
    ['flow on an adapter', 'src/flow/a.ts', "export { x } from '../adapters/web/b.ts';"],
    ['a type alone', 'src/flow/a.ts', "import type { X } from '../adapters/web/b.ts';"],
    ['a type in passing', 'src/flow/a.ts', "type X = import('../adapters/web/b.ts').X;"],
    ['an import while running', 'src/flow/a.ts', "await import('../wiring/b.ts');"],
    ['one adapter on another', 'src/adapters/web/a.ts', "import { x } from '../postgres/b.ts';"],
    ['an adapter on config', 'src/adapters/web/a.ts', "import { x } from '../../config/b.ts';"],
    ['the page on the server', 'src/adapters/workspace/page/a.ts', "import { x } from '../kit.ts';"],
    ['the environment', 'src/flow/a.ts', "export const x = process.env['X'];"],
    ['a file in no room', 'src/utils.ts', 'export const x = 1;'],
  ])('%s', (_, path, text) => {
    expect(breach({ [path]: text })).not.toEqual([]);
  });

  test('a circle, of types too', () => {
    const files = {
      'src/domain/a.ts': "import type { B } from './b.ts'; export type A = B;",
      'src/domain/b.ts': "import type { C } from './c.ts'; export type B = C;",
      'src/domain/c.ts': "import type { A } from './a.ts'; export type C = A;",
    };
    expect(breach(files)).toEqual(['A circle: src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts.']);
  });

  test('but not what only a comment says, nor what a room may do', () => {
    const files = {
      'src/domain/a.ts': '// process.env and Date.now() are not for us.\nexport const x = 1;',
      'src/flow/a.ts': "import { x } from '../domain/a.ts';\nimport { z } from 'zod';",
      'src/wiring/a.ts': "import { x } from '../adapters/web/b.ts';\nimport pg from 'pg';",
    };
    expect(breach(files)).toEqual([]);
  });
});
