import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderOf } from '../config/support.ts';
import { muster } from './stand-ins.ts';

test('list prints every prompt in order, verbatim, with its section', async () => {
  const rows = JSON.parse((await muster('checklist list --json', { env: { MUSTER_QUESTIONS: '' } })).out);
  expect(rows).toHaveLength(123);
  expect(rows[0]).toMatchObject({
    id: 'governance.standards',
    checklist: 'kubernetes-security',
    section: 'governance',
    text: 'What regulations / information security standards do you need to comply with?',
  });
});

test('lint says right, or where it is wrong', async () => {
  expect(await muster('checklist lint', { env: { MUSTER_QUESTIONS: '' } })).toMatchObject({
    code: 0,
    out: expect.stringContaining('kubernetes-security'),
  });
  const folder = await folderOf({ 'checklist.yaml': 'id: Broken\ntitle: Broken\n' });
  const told = await muster(`checklist lint ${folder}`);
  expect(told.code).toBe(1);
  expect(told.out).toMatch(/checklist\.yaml:1:1 /);
  expect(await muster('checklist lint /nowhere/at/all')).toMatchObject({ code: 2 });
});

test('lint of a folder of checklists looks at each, and of one without any says so', async () => {
  expect(await muster('checklist lint questions')).toMatchObject({
    code: 0,
    out: expect.stringContaining('questions/kubernetes-security'),
  });
  const empty = await folderOf({ 'notes.txt': 'Nothing.' });
  expect(await muster(`checklist lint ${empty}`)).toMatchObject({ code: 2, err: expect.stringContaining('no YAML') });
});

test('lint looks at a team’s own folder too', async () => {
  const own = await mkdtemp(join(tmpdir(), 'muster-questions-'));
  onTestFinished(() => rm(own, { recursive: true }));
  const markdown = await folderOf({ 'office-safety.md': '# Doors\n\n1. Is the door locked?\n2. Who has a key?\n' });
  const made = await muster(`checklist import ${markdown}/office-safety.md --to ${own}/office-safety`);
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('2 prompts in 1 sections') });
  expect(await readFile(join(own, 'office-safety', 'checklist.yaml'), 'utf8')).toContain('office-safety');
  const { out } = await muster('checklist list --json', { env: { MUSTER_QUESTIONS: own } });
  expect(JSON.parse(out).map((row: { checklist: string }) => row.checklist)).toContain('office-safety');
});

test('import writes nothing over anything, and nothing at all with --json', async () => {
  const folder = await folderOf({ 'a.md': '# Doors\n\n1. Is the door locked?\n', 'empty.md': '# Doors\n' });
  expect(await muster(`checklist import ${folder}/a.md --to ${folder}`)).toMatchObject({ code: 1 });
  expect(JSON.parse((await muster(`checklist import ${folder}/a.md --json`)).out)).toMatchObject([
    { text: 'Is the door locked?', sectionTitle: 'Doors' },
  ]);
  expect(await muster(`checklist import ${folder}/empty.md --to ${folder}/new`)).toMatchObject({ code: 1 });
  expect(await muster(`checklist import ${folder}/none.md --to ${folder}/new`)).toMatchObject({ code: 1 });
});

test('import takes text and nothing that only looks like a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-junk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, bytes] of [
    ['nul.md', Buffer.from('1. Do you \0 see?')],
    ['latin.md', Buffer.from([0x31, 0x2e, 0x20, 0xe5, 0xe4, 0xf6])],
  ] as const) {
    await writeFile(join(folder, name), bytes);
    const { code, err } = await muster(`checklist import ${folder}/${name} --to ${folder}/new`);
    expect(code).toBe(1);
    expect(err).toContain('is no text');
  }
});
