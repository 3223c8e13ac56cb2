/** Text from anybody, made safe for Slack: cut by whole characters, and links only where a span says so. */

import type { Span } from '../../domain/card/card.ts';
import { upTo } from '../../domain/card/shortened.ts';
import { inLines, legible } from '../../domain/invisible.ts';

/** For the text beside blocks, which Slack reads: with its three control signs `<!channel>` would page people. */
export function escaped(text: string, most = Number.POSITIVE_INFINITY): string {
  let found = '';
  for (const each of clean(text)) {
    const safe = signs[each] ?? each;
    if (found.length + safe.length > most - 1) return `${found}…`;
    found += safe;
  }
  return found;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Half characters and zero bytes are nothing anybody wrote, and a request cannot carry them. */
export function carried(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** What is read: with every sign that nobody would see named. */
export function clean(text: string): string {
  return legible(carried(text));
}

/** Whatever shows as one, of any script. */
export const lineBreaks = /[\n\r\v\f\u0085\u2028\u2029]/;
const allLineBreaks = /\s*[\n\r\v\f\u0085\u2028\u2029]+\s*/g;

/** Where a line is ours, what people wrote stands in it and cannot begin another. */
export function oneLine(spans: readonly Span[]): readonly Span[] {
  return spans.map((span) => ({ ...span, text: span.text.replaceAll(allLineBreaks, ' ') }));
}

/** What stands before each further line of what somebody wrote, so that none of them looks like a line of ours. */
export const bar = '│ ';

/** Blank lines and indentation stay: what was pasted is read as it was written. */
export function barred(spans: readonly Span[]): readonly Span[] {
  return spans.map((span) => ({ ...span, text: inLines(span.text).replaceAll('\n', `\n${bar}`) }));
}

/** Never empty, since Slack refuses empty text, and never longer. */
export function clipped(text: string, most: number): string {
  return cut(clean(text), most);
}

/** What stands in a field and comes back from it: the very words, since what is saved again must be what was written. */
export function entered(text: string, most: number): string {
  return cut(carried(text), most);
}

function cut(text: string, most: number): string {
  const known = text.trim() === '' ? '–' : text;
  return known.length <= most ? known : `${upTo(known, most - 1)}…`;
}

/** For plain text objects, where nothing is parsed. */
export function plainText(text: string, most: number) {
  return { type: 'plain_text' as const, text: clipped(text, most), emoji: false };
}

/** For a text in which no sign stands that Slack would read. */
export function mrkdwn(text: string) {
  return { type: 'mrkdwn' as const, text, verbatim: true };
}

/** Words with their emphasis and links, none of whose signs Slack reads. */
export type Line = readonly Span[];

export function wordsOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}

/** How much room it takes: an address takes some, too. */
export function lengthOf(line: Line): number {
  return line.reduce((sum, span) => sum + span.text.length + ('href' in span ? span.href.length : 0), 0);
}

/** In as many pieces as the limit asks for. No piece cuts a link or a sign of two halves. */
export function chunks(spans: readonly Span[], most: number): readonly Line[] {
  const safe = spans.map((span) => safely(span, most));
  if (lengthOf(safe) <= most) return safe.length > 0 ? [merged(safe)] : [];
  const found: Span[][] = [];
  let left = 0;
  for (const atom of safe.flatMap(atoms)) {
    const length = lengthOf([atom]);
    const last = found.at(-1);
    if (last && length <= left) last.push(atom);
    else found.push([atom]);
    left = (last && length <= left ? left : most) - length;
  }
  return found.map(merged);
}

/** As much of it as fits, with a mark where it goes on. */
export function firstOf(spans: readonly Span[], most: number): Line {
  const [first = [], ...more] = chunks(spans, most - 2);
  return more.length > 0 ? goingOn(first) : first;
}

/** How much room all of it takes, with what a cut would add. */
export function roomFor(spans: readonly Span[], line: number): number {
  return chunks(spans, line - 2).reduce((sum, one) => sum + lengthOf(one), 0) + 2;
}

/** In lines that each fit a block, and altogether into the room. */
export function linesOf(spans: readonly Span[], { line, room }: { line: number; room: number }): readonly Line[] {
  if (room <= line) return [firstOf(spans, room)];
  const all = chunks(spans, line - 2);
  if (all.reduce((sum, one) => sum + lengthOf(one), 0) <= room) return all;
  const shown = all.slice(0, Math.floor(room / line));
  return shown.map((one, at) => (at === shown.length - 1 && all.length > shown.length ? goingOn(one) : one));
}

function goingOn(line: Line): Line {
  return merged([...withoutEnd(line), { text: ' …' }]);
}

function withoutEnd(line: Line): Line {
  return line.map((span, at) => (at === line.length - 1 ? { ...span, text: span.text.trimEnd() } : span));
}

function isStrong(span: Span): boolean {
  return 'strong' in span && span.strong === true;
}

/** Neighbours of one look are one. */
export function merged(spans: readonly Span[]): Line {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    const alike = last && !('href' in last) && !('href' in span) && isStrong(last) === isStrong(span);
    if (alike) found.splice(-1, 1, { ...last, text: last.text + span.text });
    else found.push(span);
  }
  return found;
}

/** Nothing in it that cannot be carried, and no link that opens something else than a page or a letter, or fits nowhere. */
function safely(span: Span, most: number): Span {
  if (!('href' in span)) return { text: clean(span.text), ...(isStrong(span) && { strong: true }) };
  const link = linked(span.href, span.text);
  return link && lengthOf([link]) <= most ? link : { text: clean(`${span.text} (${span.href})`) };
}

/** What may not be cut: a link, a short word, else a few letters. */
function atoms(span: Span): readonly Span[] {
  if ('href' in span) return [span];
  return (span.text.match(/\s{1,12}|\S{1,12}/gu) ?? []).map((text) => ({ ...span, text }));
}

const longestLink = 1_000;

function linked(href: string, text: string): Span | undefined {
  if (!URL.canParse(href)) return undefined;
  const { protocol, href: address } = new URL(href);
  if (!['http:', 'https:', 'mailto:'].includes(protocol) || address.length > longestLink) return undefined;
  return { text: clipped(text.replaceAll(/\s+/g, ' '), 200), href: address };
}
