/** A checklist of two prompts and a program over it: reading 123 for every command would be most of the time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importMarkdown } from '../../src/adapters/checklist-files/import-markdown.ts';
import { checklistFiles } from '../../src/adapters/checklist-files/write-checklist-folder.ts';

const program = `id: p1
title: Door review
checklist: doors
scope: The office
cadence: { cron: "0 9 1 * *", zone: Europe/Stockholm }
people:
  anna: { name: Anna }
  vera: { name: Vera }
lead: anna
approvers: [vera]
roles: { unassigned: anna }
`;

/** The variables that name it. Removed when the process ends. */
export function tinyHome(): Readonly<Record<string, string>> {
  const home = mkdtempSync(join(tmpdir(), 'muster-tiny-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const questions = join(home, 'questions');
  const programs = join(home, 'programs');
  mkdirSync(join(questions, 'doors'), { recursive: true });
  mkdirSync(programs);
  const draft = importMarkdown('# Doors\n\n1. Is the door locked?\n2. Who has a key?\n');
  const files = checklistFiles({ id: 'doors', title: 'Doors', licence: 'CC0-1.0' }, draft);
  for (const [name, text] of files) writeFileSync(join(questions, 'doors', name), text);
  writeFileSync(join(programs, 'p1.yaml'), program);
  return { MUSTER_QUESTIONS: questions, MUSTER_PROGRAMS: programs, MUSTER_DEMO: 'on' };
}
