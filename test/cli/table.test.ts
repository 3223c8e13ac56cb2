import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { table } from '../../src/cli/table.ts';

test('columns line up, whatever script they are in', () => {
  const text = table(
    [{ head: 'Who' }, { head: 'Prompts', align: 'right' }, { head: '' }],
    [
      ['Anna', '7', 'x'],
      ['山田太郎', '12', 'x'],
    ],
    { width: 80 },
  );
  const ends = text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => stringWidth(line));
  expect(ends).toEqual([20, 20]);
});

test('no line is wider than the terminal unless a word is, and no word is lost', () => {
  const cell = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 30 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), fc.integer({ min: 40, max: 120 }), (cells, width) => {
      const text = table(
        [{ head: 'Id' }, { head: 'Text' }],
        cells.map((each) => ['id', each]),
        { width },
      );
      for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      const words = (of: string) => of.split(/\s+/).filter((word) => word !== '');
      expect(words(text)).toEqual(['Id', 'Text', ...cells.flatMap((each) => ['id', ...words(each)])]);
    }),
  );
});
