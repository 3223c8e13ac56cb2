/** A checklist's folder on disk for one test, written from parts that can be changed one at a time. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { lintChecklist } from '../../../src/adapters/checklist-files/lint-checklist.ts';

export const head = `id: small
title: A small checklist
version: 1.0.0
licence: CC0-1.0
definitions:
  - { id: slow, term: slow, mark: "1", text: Not fast. }
settings:
  - { id: one.time, kind: duration, title: How long }
sections:
  - { id: one, title: One, level: 2 }
  - { id: two, title: Two, level: 3 }
`;

export const one = `section: one
prompts:
  - id: one.first
    number: "1"
    text: Is it slow[^1]?
    answer: { kind: verdict }
    outcome: { by: verdict, outcomes: { yes: meets, partly: falls short, no: falls short } }
    good: Yes.
    definitions: [slow]
    evidence: { need: welcome, accepted: A clock. }
    owner: sre
    severity: low
    frequency: annual
    minutes: 1
  - id: one.first.why
    form: sub-question
    number: "1.1"
    parent: one.first
    text: Why?
    askedIf: { prompt: one.first, verdict: [yes] }
    answer: { kind: choices, choose: one, options: [{ id: a, label: A }, { id: b, label: B }] }
    outcome: { by: option, outcomes: { a: meets, b: falls short } }
    good: A.
    evidence: { need: welcome, accepted: A note. }
    owner: sre
    severity: low
    frequency: annual
    minutes: 1
`;

export type Files = Readonly<Record<string, string>>;
export const small: Files = { 'checklist.yaml': head, '01-one.yaml': one };

export async function folderOf(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-checklist-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** As a person sees them: file, line, column, sentence. */
export async function lintOf(files: Files): Promise<readonly string[]> {
  const folder = await folderOf(files);
  const problems = await lintChecklist(folder);
  return problems.map(({ file, line, column, message }) => `${relative(folder, file)}:${line}:${column} ${message}`);
}

/** The small checklist with one thing said otherwise. */
export function changed(name: string, from: string, to: string): Files {
  const text = small[name] ?? '';
  if (!text.includes(from)) throw new Error(`${name} does not say "${from}".`);
  return { ...small, [name]: text.replace(from, to) };
}
