/** A program with five owners, as a file in a folder of its own: the real checklist, on either chat. */
import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Platform } from '../src/domain/event.ts';

export const programId = 'bench';
const owners = ['platform', 'sre', 'dev-lead', 'security', 'compliance-officer'] as const;
const others = ['lead', 'approver'] as const;

/** `address` says how the platform knows somebody. Resolves with the folder. */
export async function programFolder(platform: Platform, address: (key: string) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  const people = Object.fromEntries(
    [...owners, ...others].map((key) => [key, { name: `The ${key}`, address: address(key) }]),
  );
  const program = {
    id: programId,
    title: 'Kubernetes security review',
    checklist: 'kubernetes-security',
    scope: 'Production clusters',
    cadence: { cron: '0 9 1 */3 *', zone: 'Europe/Stockholm' },
    platform,
    people,
    lead: 'lead',
    approvers: ['approver'],
    roles: Object.fromEntries(owners.map((key) => [key, key])),
  };
  await writeFile(join(folder, 'bench.yaml'), stringify(program));
  return folder;
}

function digits(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** As Slack calls its members. */
export function memberId(key: string): string {
  return `U${digits(key).slice(0, 10).toUpperCase()}`;
}

/** As Entra numbers accounts. */
export function objectId(key: string): string {
  return digits(key).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
