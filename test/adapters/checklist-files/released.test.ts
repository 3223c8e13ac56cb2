import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseChecklist } from '../../../src/adapters/checklist-files/released.ts';
import { textHash } from '../../../src/domain/checklist/checklist-hash.ts';
import { kubernetesChecklist } from '../../domain/checklist/kubernetes-checklist.ts';
import { changed, folderOf, lintOf, small } from './checklist-folder.ts';

const released = JSON.stringify(
  { 'one.first': textHash('Is it slow[^1]?'), 'one.first.why': textHash('Why?') },
  null,
  2,
);

describe('what is released', () => {
  it('holds every prompt of ours, the packs included', async () => {
    const { prompts } = await kubernetesChecklist(['upstream-2021']);
    const list = JSON.parse(await readFile('questions/kubernetes-security/released.json', 'utf8'));
    expect(list).toEqual(Object.fromEntries(prompts.map(({ id, text }) => [id, textHash(text)])));
  });

  it('may stay as it is', async () => expect(await lintOf({ ...small, 'released.json': released })).toEqual([]));

  it('never changes its text', async () => {
    expect(await lintOf({ ...changed('01-one.yaml', 'Why?', 'Why not?'), 'released.json': released })).toEqual([
      '01-one.yaml:19:5 The text of the released prompt "one.first.why" has changed. Restore it, or supersede it by a prompt of a new id.',
    ]);
  });

  it('never vanishes', async () => {
    const lines = await lintOf({
      ...changed('01-one.yaml', 'id: one.first.why', 'id: one.first.because'),
      'released.json': released,
    });
    expect(lines).toEqual([
      'released.json:3:3 The released prompt "one.first.why" is gone. Bring it back, or list it under "superseded" in checklist.yaml.',
    ]);
  });

  it('may be superseded, and old reviews keep their pinned checklist', async () => {
    const files = changed('01-one.yaml', 'id: one.first.why', 'id: one.first.because');
    const head = `${files['checklist.yaml']}superseded: [{ id: one.first.why, since: 1.1.0, by: [one.first.because] }]\n`;
    expect(await lintOf({ ...files, 'checklist.yaml': head, 'released.json': released })).toEqual([]);
  });

  it('grows by what is new and keeps what it says', async () => {
    const before = JSON.stringify({ 'one.first': 'f'.repeat(64) });
    const folder = await folderOf({ ...small, 'released.json': before });
    expect(await releaseChecklist(folder)).toEqual(['one.first.why']);
    const after = JSON.parse(await readFile(join(folder, 'released.json'), 'utf8'));
    expect(after).toEqual({ 'one.first': 'f'.repeat(64), 'one.first.why': textHash('Why?') });
  });
});
