/** A folder of program files for one test, and what stands in for the calendar. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { configProblemLine } from '../../src/config/config-problem.ts';
import { readConfig } from '../../src/config.ts';
import type { Cadences } from '../../src/flow/ports/cadences.ts';

/** Knows five fields from others; the real grammar has its own tests. */
export const fiveFields = {
  next: (_, after) => after,
  problems: ({ cron }) => (cron.split(' ').length === 5 ? [] : [`"${cron}" has not five fields.`]),
} satisfies Cadences;

export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-programs-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** What is wrong with these program files, as printed, without the folder's name. */
export async function complaints(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await folderOf(files);
  const read = await readConfig({ MUSTER_PROGRAMS: folder }, { cadences: fiveFields });
  return read.ok ? [] : read.problems.map((problem) => configProblemLine(problem).replaceAll(`${folder}/`, ''));
}

export const good = `id: clusters
title: Cluster review
checklist: kubernetes-security
scope: Our clusters
cadence: { cron: "0 9 1 * *", zone: Europe/Stockholm }
people:
  anna: { name: Anna }
  vera: { name: Vera }
  olle: { name: Olle }
lead: anna
approvers: [vera, olle]
roles:
  platform: anna
  sre: anna
  dev-lead: anna
  security: anna
  compliance-officer: anna
`;
