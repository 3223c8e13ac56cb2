/** Columns that line up, whatever script they are in. The last one is wrapped into what is left of the line. */
import stringWidth from 'string-width';

export type Column = { readonly head: string; readonly align?: 'right' };

const gap = '  ';
/** A last column narrower than this is not worth wrapping. */
const narrowest = 20;

export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, head = (text: string) => text }: { readonly width: number; readonly head?: (text: string) => string },
): string {
  const all = [columns.map((column) => column.head), ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => stringWidth(row[index] ?? ''))));
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + gap.length, 0);
  const last = Math.max(narrowest, width - before);
  const lines = all.flatMap((row, index) => {
    const [first, ...more] = wrap(row.at(-1) ?? '', last);
    const cells = columns.slice(0, -1).map((column, at) => pad(row[at] ?? '', widths[at] ?? 0, column));
    const end = columns.at(-1)?.align === 'right' ? pad(first ?? '', widths.at(-1) ?? 0, { align: 'right' }) : first;
    const line = [...cells, end].join(gap).trimEnd();
    return [index === 0 ? head(line) : line, ...more.map((text) => ' '.repeat(before) + text)];
  });
  return `${lines.join('\n')}\n`;
}

/** Labels on the left, what they say on the right. */
export function factList(facts: readonly (readonly [label: string, value: string])[], width: number): string {
  const labels = Math.max(...facts.map(([label]) => stringWidth(label)));
  const lines = facts.flatMap(([label, value]) => {
    const [first = '', ...more] = wrap(value, Math.max(narrowest, width - labels - gap.length));
    const rest = more.map((text) => ' '.repeat(labels) + gap + text);
    return [pad(label, labels, {}) + gap + first, ...rest];
  });
  return `${lines.join('\n')}\n`;
}

/** At spaces; a word longer than the line stays whole, since a broken id helps nobody. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && stringWidth(line) + 1 + stringWidth(word) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pad(text: string, width: number, { align }: { readonly align?: 'right' }): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}
