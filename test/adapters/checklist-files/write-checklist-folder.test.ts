import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { importMarkdown } from '../../../src/adapters/checklist-files/import-markdown.ts';
import { lintChecklist } from '../../../src/adapters/checklist-files/lint-checklist.ts';
import { loadChecklist } from '../../../src/adapters/checklist-files/load-checklist.ts';
import { writeChecklistFolder } from '../../../src/adapters/checklist-files/write-checklist-folder.ts';

const head = { id: 'draft', title: 'A draft', licence: 'CC0-1.0' };

async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'muster-draft-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it('writes the seed as a folder that lints clean and reads back word for word', async () => {
  const draft = importMarkdown(
    await readFile('test/support/fixtures/kubernetes-information-security-review-checklist.md', 'utf8'),
  );
  const folder = await emptyFolder();
  const files = await writeChecklistFolder(folder, head, draft);
  expect(files.map((file) => basename(file)).slice(0, 2)).toEqual([
    'checklist.yaml',
    '01-governance-risk-management-and-compliance.yaml',
  ]);
  expect(await lintChecklist(folder)).toEqual([]);
  const loaded = await loadChecklist(folder);
  expect(loaded.ok && loaded.checklist.prompts).toEqual(draft.prompts);
});

it('says in every file of prompts what is left to judge', async () => {
  const folder = await emptyFolder();
  const files = await writeChecklistFolder(folder, head, importMarkdown('## A\n1. Why?\n'));
  expect(await readFile(files[1] ?? '', 'utf8')).toContain('# A draft: judge answer, outcome, good,');
});

it('never writes over what is there', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'mine.txt'), 'mine');
  await expect(writeChecklistFolder(folder, head, importMarkdown('1. Why?'))).rejects.toThrow('is not empty');
});

it('whatever was imported reads back as it was, or the lint says why not', async () => {
  const line = fc.oneof(
    fc.constantFrom(
      '## A',
      '## A: b',
      '#### -',
      '1. Is it?',
      '   - "yes"?',
      '- [ ] no',
      'Describe: it',
      '[^1]: x',
      '1. a[^1]?',
      '1. null',
      '2. # x',
    ),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      const draft = importMarkdown(lines.join('\n'));
      const folder = await mkdtemp(join(tmpdir(), 'muster-draft-'));
      try {
        await writeChecklistFolder(folder, head, draft);
        const loaded = await loadChecklist(folder);
        if (loaded.ok) expect(loaded.checklist.prompts).toEqual(draft.prompts);
        else
          expect(
            loaded.problems.every(({ message }) => /mark \[\^|needs at least 1/.test(message)),
            JSON.stringify(loaded.problems),
          ).toBe(true);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 60 },
  );
});
