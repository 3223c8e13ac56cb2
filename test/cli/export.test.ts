import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../config/support.ts';
import { spoken } from '../support/exported-review.ts';
import { muster } from './stand-ins.ts';

function sealed(text: string): { last: string; hash: string } {
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  return { last: text.slice(end), hash: createHash('sha256').update(text.slice(0, end)).digest('hex') };
}

/** Fields of a line, its quotes undone. */
function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, bare]) =>
    (quoted ?? bare ?? '').replaceAll('""', '"'),
  );
}

describe('an export', () => {
  test.each(['jsonl', 'csv'])('as %s ends with the SHA-256 of all before', async (format) => {
    const { code, out } = await muster(`export r1 --format ${format}`);
    expect(code).toBe(0);
    const { last, hash } = sealed(out);
    expect(last).toContain(hash);
  });

  test('verifies offline, and not after a change', async () => {
    const folder = await folderOf({});
    const file = join(folder, 'r1.jsonl');
    expect(await muster(`export r1 -o ${file}`)).toMatchObject({ code: 0, out: '' });
    const right = await muster(`verify ${file}`);
    expect(right).toMatchObject({ code: 0, err: '' });
    expect(right.out).toContain('Production, 2026-08-23 to 2026-11-22');
    expect(JSON.parse((await muster(`verify ${file} --json`)).out)).toMatchObject([{ id: 'r1', ok: true }]);
    await writeFile(file, (await readFile(file, 'utf8')).replace('single sign-on', 'a post-it note'));
    expect(await muster(`verify ${file}`)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('does not verify'),
    });
    expect(JSON.parse((await muster(`verify ${file} --json`)).out)).toMatchObject([{ id: 'r1', ok: false }]);
  });

  test('is compared with the hash a message showed', async () => {
    const folder = await folderOf({});
    const file = join(folder, 'r1.jsonl');
    await muster(`export r1 -o ${file}`);
    const { head } = JSON.parse((await readFile(file, 'utf8')).split('\n')[0] ?? '');
    expect(await muster(`verify ${file} --head ${head.hash}`)).toMatchObject({ code: 0 });
    expect(await muster(`verify ${file} --head ${'0'.repeat(64)}`)).toMatchObject({ code: 1 });
    expect(await muster(`verify ${file} --head short`)).toMatchObject({ code: 2 });
  });

  test('for a spreadsheet is held against its own SHA-256, and is said to carry no chain', async () => {
    const { out: csv } = await muster('export r1 --format csv');
    const folder = await folderOf({
      'r1.csv': csv,
      'changed.csv': csv.replace('not answered', 'answered'),
      'cut.csv': csv.slice(0, csv.lastIndexOf('\nend,') + 1),
      'saved.csv': `\uFEFF${csv}`,
    });
    const right = await muster(`verify ${folder}/r1.csv`);
    expect(right).toMatchObject({ code: 0, err: '', out: expect.stringContaining('CSV carries no chain') });
    expect(right.out).toContain(sealed(csv).hash);
    for (const name of ['changed', 'cut', 'saved']) {
      const wrong = await muster(`verify ${folder}/${name}.csv`);
      expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringContaining('does not verify') });
      expect(JSON.parse((await muster(`verify ${folder}/${name}.csv --json`)).out)).toMatchObject([{ ok: false }]);
    }
    expect(await muster(`verify ${folder}/r1.csv --head ${'0'.repeat(64)}`)).toMatchObject({ code: 2 });
  });

  test('that cannot be read is refused with a sentence', async () => {
    const folder = await folderOf({});
    expect(await muster(`verify ${folder}/none`)).toMatchObject({ code: 1, err: expect.stringContaining('ENOENT') });
  });

  test('for a spreadsheet holds every answer with scope and period, and runs no formula', async () => {
    const { out } = await muster('export r1 --format csv');
    const answers = out.split(/\n(?=answer|event|delivery|end)/).filter((line) => line.startsWith('answer,'));
    expect(answers).toHaveLength(5);
    for (const line of answers)
      expect(cells(line).slice(1, 5)).toEqual(['r1', 'Production', '2026-08-23', '2026-11-22']);
    expect(answers.join('\n')).toContain('not answered');
    expect(out).toContain(spoken.replaceAll('"', '""'));
    expect(out).toContain('Anna Lindqvist');
    for (const line of out.split('\n')) {
      for (const cell of cells(line)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  });
});
