/** Text from anybody, made safe for Slack: three signs escaped, cut by whole characters, links only where a span says so. */
import type { Span } from '../../domain/card/card.ts';

/** Slack's three control signs. `<!channel>` in an answer is then a word and pages nobody. */
export function escaped(text: string): string {
  return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Half characters and zero bytes are nothing anybody wrote, and a request cannot carry them. */
export function clean(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
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

export function barred(spans: readonly Span[]): readonly Span[] {
  return spans.map((span) => ({ ...span, text: span.text.replaceAll(allLineBreaks, `\n${bar}`) }));
}

/** Never empty, since Slack refuses empty text, and never longer. */
export function clipped(text: string, most: number): string {
  const known = clean(text).trim() === '' ? '–' : clean(text);
  if (known.length <= most) return known;
  return `${upTo(known, most - 1)}…`;
}

function upTo(text: string, most: number): string {
  const cut = text.slice(0, most);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** For plain text objects, where nothing is parsed. */
export function plainText(text: string, most: number) {
  return { type: 'plain_text' as const, text: clipped(text, most), emoji: false };
}

/** `verbatim`: names of people and channels inside a sentence stay words. */
export function mrkdwn(text: string) {
  return { type: 'mrkdwn' as const, text: text.trim() === '' ? '–' : text, verbatim: true };
}

/** Spans as mrkdwn, in as many pieces as the limit asks for. No piece cuts a link or an escaped sign. */
export function chunks(spans: readonly Span[], most: number): readonly string[] {
  const found: string[] = [];
  let current = '';
  for (const atom of spans.flatMap((span) => atoms(span, most))) {
    if (current !== '' && current.length + atom.length > most) {
      found.push(current);
      current = '';
    }
    current += atom;
  }
  return current === '' ? found : [...found, current];
}

/** As much of it as fits, with a mark where it goes on. */
export function firstOf(spans: readonly Span[], most: number): string {
  const [first = '', ...more] = chunks(spans, most - 2);
  return more.length > 0 ? `${first.trimEnd()} …` : first;
}

/** How much room all of it takes, with what a cut would add. */
export function roomFor(spans: readonly Span[], line: number): number {
  return chunks(spans, line - 2).reduce((sum, one) => sum + one.length, 0) + 2;
}

/** In lines that each fit a block, and altogether into the room. */
export function linesOf(spans: readonly Span[], { line, room }: { line: number; room: number }): readonly string[] {
  if (room <= line) return [firstOf(spans, room)];
  const all = chunks(spans, line - 2);
  if (all.reduce((sum, one) => sum + one.length, 0) <= room) return all;
  const shown = all.slice(0, Math.floor(room / line));
  return shown.map((text, at) => (at === shown.length - 1 && all.length > shown.length ? `${text.trimEnd()} …` : text));
}

/** What may not be cut: a few letters, an emphasised phrase, a link. */
function atoms(span: Span, most: number): readonly string[] {
  if ('href' in span) {
    const link = linked(span.href, span.text);
    return link === undefined || link.length > most ? letters(`${span.text} (${span.href})`) : [link];
  }
  const strong = 'strong' in span && span.strong && /^[^*\s][^*\n]*$/.test(span.text);
  const phrase = `*${escaped(span.text.trim())}*`;
  return strong && phrase.length <= Math.min(most, longestPhrase) ? [phrase] : letters(span.text);
}

const longestPhrase = 600;

/** By words where they are short, else by a few letters: escaping makes one letter five. */
function letters(text: string): readonly string[] {
  return (clean(text).match(/\s{1,12}|\S{1,12}/gu) ?? []).map(escaped);
}

const longestLink = 1_000;

/** Only addresses that open a page or a letter, and no sign in them that would end the link. */
function linked(href: string, text: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const { protocol, href: address } = new URL(href);
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return undefined;
  const safe = address.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('&', '&amp;');
  const shown = escaped(clipped(text.replaceAll(/\s+/g, ' '), 200)).replaceAll('|', '¦');
  return safe.length <= longestLink ? `<${safe}|${shown}>` : undefined;
}
