/**
 * Text from anybody, made safe for Teams. It goes into text runs, where no markdown is read; where a card has no text run,
 * signs that markdown would read are exchanged for others that look like them.
 */
import type { Span } from '../../domain/card/card.ts';
import { upTo } from '../../domain/card/shortened.ts';
import { inLines, legible } from '../../domain/invisible.ts';
import type { Colour, Heading, RichText, TextRun } from './adaptive-card.ts';

export type Look = Partial<Pick<TextRun, 'weight' | 'size' | 'color' | 'isSubtle'>>;

// Most of what is said, and seen at a glance.
const plain = /^[ -~\n\t]*$/;

// Before the second brace of `{{DATE(…)}}` and `{{TIME(…)}}`, which Teams works out in text, headings, labels and choices.
const functions = /(?<=\{)\u2060?(?=\{(?:DATE|TIME)\()/i;
const joiner = '\u2060';

/** What is read: with every sign that nobody would see named, and nothing left to work out. Said twice it is the same. */
export function clean(text: string): string {
  const kept = carried(text);
  return kept.includes('{') ? kept.split(functions).map(legible).join(joiner) : legible(kept);
}

/** What stands in an input and comes back from it. Half characters and control signs are nothing anybody wrote. */
export function carried(text: string): string {
  if (plain.test(text)) return text;
  return text.replaceAll(/(?![\n\t])\p{Control}/gu, '').toWellFormed();
}

/** Never empty, since Teams refuses empty text, and never longer. */
export function clipped(text: string, most: number): string {
  return cut(clean(text), most);
}

function cut(text: string, most: number): string {
  const known = text.trim() === '' ? '–' : text;
  return known.length <= most ? known : `${upTo(known, most - 1)}…`;
}

const lookalikes: Readonly<Record<string, string>> = {
  '*': '∗',
  _: '\uFF3F',
  '`': 'ˋ',
  '~': '∼',
  '[': '［',
  ']': '］',
  '<': '‹',
  '>': '›',
  '\\': '＼',
};

/** For headings and choices. `#` and the like matter at the beginning of a line only, and there is one line. */
export function inert(text: string, most: number): string {
  const line = clean(text).replaceAll(/\s+/g, ' ').trim();
  const bare = line.replaceAll(/[*_`~[\]<>\\]/g, (sign) => lookalikes[sign] ?? sign);
  // A joiner takes the meaning from what would begin a list or a heading.
  return cut(/^(#|[-+] |\d+[.)] )/.test(bare) ? `${joiner}${bare}` : bare, most);
}

export function rich(runs: readonly TextRun[], spacing?: RichText['spacing']): RichText {
  const inlines = runs.length > 0 ? runs : [{ type: 'TextRun' as const, text: '–' }];
  return { type: 'RichTextBlock', inlines, ...(spacing && { spacing }) };
}

export function run(text: string, look: Look = {}): TextRun {
  return { type: 'TextRun', text, ...look };
}

export function heading(text: string, most: number, size?: Heading['size']): Heading {
  return {
    type: 'TextBlock',
    text: inert(text, most),
    style: 'heading',
    wrap: true,
    weight: 'Bolder',
    ...(size && { size }),
  };
}

/**
 * Its lines as they were written. Teams draws neighbouring spaces as one, and none where a line begins, so all but the
 * last of some, and those, are of the kind that it keeps.
 */
function laidOut(text: string): string {
  const wide = inLines(clean(text)).replaceAll('\t', '    ');
  return wide.replaceAll(/(?<=^|\n) +| {2,}/g, (spaces, at: number) => {
    const begins = at === 0 || wide.charAt(at - 1) === '\n';
    return begins ? '\u00A0'.repeat(spaces.length) : `${'\u00A0'.repeat(spaces.length - 1)} `;
  });
}

/** Spans as runs, as much as there is room for, with a mark where it goes on. */
export function runs(spans: readonly Span[], most: number, look: Look = {}): readonly TextRun[] {
  const found: TextRun[] = [];
  let left = most;
  for (const span of spans) {
    const text = laidOut(span.text);
    if (text === '' || left <= 0) continue;
    const some = text.length > left ? cut(text, Math.max(left, 2)) : text;
    found.push(...runsOf(span, some, look));
    left -= text.length;
  }
  return found;
}

// In letters; of any script it fits beside what else stands on a card.
const mostInPiece = 1_500;

/** All of it, in blocks short enough to stand on different pages. */
export function pieces(spans: readonly Span[], look: Look = {}): readonly RichText[] {
  const blocks: TextRun[][] = [];
  let left = 0;
  for (const span of spans) {
    for (let rest = laidOut(span.text); rest !== ''; ) {
      if (left <= 0) blocks.push([]);
      if (left <= 0) left = mostInPiece;
      const text = begin(rest, left);
      blocks.at(-1)?.push(...runsOf(span, text, look));
      left = text.length < rest.length ? 0 : left - text.length;
      rest = rest.slice(text.length);
    }
  }
  return blocks.map((runs) => rich(runs, 'Small'));
}

/** Cut between words where there is one, and never within a character. */
function begin(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) && most > 1 ? most - 1 : most);
  const space = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n')) + 1;
  return space > cut.length / 2 ? cut.slice(0, space) : cut;
}

function runsOf(span: Span, text: string, look: Look): readonly TextRun[] {
  if ('href' in span) {
    const url = webAddress(span.href);
    if (url === undefined) return [run(span.text === span.href ? text : `${text} (${clipped(span.href, 300)})`, look)];
    return [
      { ...run(text, look), color: 'Accent', selectAction: { type: 'Action.OpenUrl', title: clipped(text, 200), url } },
    ];
  }
  return [run(text, 'strong' in span && span.strong ? { ...look, weight: 'Bolder' } : look)];
}

const longestLink = 1_500;

/** Only addresses that open a page. */
function webAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const { protocol, href: address } = new URL(href);
  return (protocol === 'http:' || protocol === 'https:') && address.length <= longestLink ? address : undefined;
}

export function coloured(color: Colour): Look {
  return color === 'Default' ? {} : { color };
}
