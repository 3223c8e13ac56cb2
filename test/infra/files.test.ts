import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readVariables } from '../../src/config/variables.ts';
import { complaints } from '../config/support.ts';
import { readDockerfile } from './dockerfile.ts';
import { root } from './image-folder.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const stages = readDockerfile(read('Dockerfile'));

test('the image runs as nobody special, on a pinned base, with a health check', () => {
  const last = stages.at(-1);
  expect(last?.user).toBe('node');
  expect(last?.env).toMatchObject({ NODE_ENV: 'production' });
  expect(last?.healthcheck.join(' ')).toContain('/healthz');
  expect(stages.length).toBeGreaterThan(1);
  for (const { base } of stages) expect(base).toMatch(/^node:20\.\d+\.\d+-bookworm-slim$/);
});

test('a builder is sent nothing but what the Dockerfile copies', () => {
  const [all, ...rules] = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(all).toBe('*');
  const allowed = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
  const copied = stages
    .flatMap(({ copies }) => copies.filter(({ from }) => from === undefined))
    .flatMap(({ sources }) => sources);
  const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
  for (const path of copied)
    expect(
      allowed.some((folder) => within(path, folder)),
      path,
    ).toBe(true);
  for (const folder of allowed)
    expect(
      copied.some((path) => within(path, folder)),
      folder,
    ).toBe(true);
});

const compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string().optional(),
      environment: z.record(z.string(), z.string()).optional(),
      env_file: z.array(z.object({ path: z.string() })).optional(),
      healthcheck: z.object({ test: z.array(z.string()) }).optional(),
      volumes: z.array(z.string()).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
});

test('compose runs Muster, Postgres and Redis, with health checks, kept data and no secret in the file', () => {
  const { services, volumes } = compose.parse(parse(read('infra/compose.yaml')));
  expect(Object.keys(services).sort()).toEqual(['muster', 'postgres', 'redis']);
  expect(services['postgres']?.healthcheck).toBeDefined();
  expect(services['redis']?.healthcheck).toBeDefined();
  expect(services['postgres']?.volumes?.[0]).toMatch(/^postgres:/);
  expect(Object.keys(volumes).sort()).toEqual(['muster', 'postgres']);
  for (const { image } of Object.values(services)) if (image) expect(image).toMatch(/:\d+\.\d+/);
  for (const { environment = {} } of Object.values(services)) {
    expect(Object.keys(environment).filter((name) => /PASSWORD|TOKEN|SECRET|_URL/.test(name))).toEqual([]);
  }
  expect(services['muster']?.env_file?.[0]?.path).toBe('muster.env');
});

const numbers = ['four', 'ten', 'fourteen'];
const counts = [4, 10, 14];

test.each([
  ['docs/setting-up.md', /^(\w+) steps that/m],
  ['docs/slack.md', /\*\*(\w+) steps\*\*/],
  ['docs/teams.md', /\*\*(\w+) steps\*\*/],
])('%s says how many steps it has, and numbers them in order', (path, said) => {
  const guide = read(path);
  const [beginning = ''] = guide.split('## What one sees');
  const [steps = ''] = beginning.split('## Where nobody');
  const taken = [...steps.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
  const count = counts[numbers.indexOf(said.exec(guide)?.[1]?.toLowerCase() ?? '')];
  expect(taken).toEqual(Array.from({ length: count ?? 0 }, (_, at) => at + 1));
});

test('what a reader is told to type runs in this folder, and the settings file holds variables that Muster knows', () => {
  for (const path of ['README.md', 'docs/setting-up.md', 'docs/slack.md', 'docs/teams.md'])
    expect(read(path), path).not.toContain('npx muster');
  const set = [...read('infra/muster.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => [name, '…']);
  const { problems } = readVariables(Object.fromEntries(set));
  expect(problems.map(({ message }) => message).join()).not.toContain('no such variable');
});

test('the program of the guide is right as it stands', async () => {
  const yaml = /```yaml\n([\s\S]*?)```/.exec(read('docs/setting-up.md'))?.[1] ?? '';
  expect(await complaints({ 'a.yaml': yaml.replaceAll(/^ {3}/gm, '') })).toEqual([]);
});
