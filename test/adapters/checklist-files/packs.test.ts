import { describe, expect, it } from 'vitest';
import { loadChecklist } from '../../../src/adapters/checklist-files/load-checklist.ts';
import { folderOf, lintOf, one, small } from './checklist-folder.ts';

const pack = (section: string, after = 'one') => `pack: extra
title: More
sections:
  - { id: new, title: New, level: 3, after: ${after} }
prompts:
${one.slice(one.indexOf('  - id'), one.indexOf('  - id: one.first.why')).replace('one.first', `${section}.more`).replace('"1"', '"9"').replace('    number', `    section: ${section}\n    number`)}`;

describe('an opt-in pack', () => {
  it('is not there unless asked for, and follows its section when it is', async () => {
    const folder = await folderOf({ ...small, 'packs/extra.yaml': pack('one') });
    const without = await loadChecklist(folder);
    const within = await loadChecklist(folder, { packs: ['extra'] });
    expect(without.ok && without.checklist.prompts.map(({ id }) => id)).toEqual(['one.first', 'one.first.why']);
    expect(within.ok && within.checklist.prompts.map(({ id }) => id)).toEqual([
      'one.first',
      'one.first.why',
      'one.more',
    ]);
    expect(within.ok && within.checklist.prompts.at(-1)?.pack).toBe('extra');
    expect(within.ok && within.checklist.sections.map(({ id }) => id)).toEqual(['one', 'new', 'two']);
  });

  it('may bring a heading of its own', async () => {
    const within = await loadChecklist(await folderOf({ ...small, 'packs/extra.yaml': pack('new') }), {
      packs: ['extra'],
    });
    expect(within.ok && within.checklist.prompts.at(-1)?.section).toBe('new');
  });

  it('is linted like everything else', async () => {
    expect(await lintOf({ ...small, 'packs/extra.yaml': pack('one') })).toEqual([]);
    expect(await lintOf({ ...small, 'packs/extra.yaml': pack('nowhere') })).toEqual([
      'packs/extra.yaml:7:5 There is no heading "nowhere" in checklist.yaml.',
    ]);
    expect(await lintOf({ ...small, 'packs/extra.yaml': pack('one', 'nothing') })).toEqual([
      'packs/extra.yaml:4:38 There is no heading "nothing" to come after.',
    ]);
  });

  it('is not taken for granted by prompts outside it', async () => {
    const files = {
      ...small,
      '01-one.yaml': one.replace('good: Yes.', 'related: [one.more]\n    good: Yes.'),
      'packs/extra.yaml': pack('one'),
    };
    expect(await lintOf(files)).toEqual(['01-one.yaml:8:15 The prompt "one.more" does not exist.']);
  });

  it('that does not exist is said', async () => {
    const loaded = await loadChecklist(await folderOf(small), { packs: ['nope'] });
    expect(!loaded.ok && loaded.problems.map(({ message }) => message)).toEqual([
      'There is no pack "nope" in the folder "packs".',
    ]);
  });
});
