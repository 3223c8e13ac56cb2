import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
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
