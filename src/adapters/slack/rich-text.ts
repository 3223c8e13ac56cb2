/** Words as a block in which no sign is a mark: what people wrote is read as they wrote it. Only a span's own emphasis shows. */
import type { types } from '@slack/bolt';
import type { Span } from '../../domain/card/card.ts';
import type { Block } from './block-kit.ts';
import { limits } from './limits.ts';
import { clean, type Line, lengthOf, merged, wordsOf } from './text.ts';

/** Lines in as few blocks as take them. */
export function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks: Line[] = [];
  for (const line of lines.filter((each) => wordsOf(each).trim() !== '')) {
    const last = blocks.at(-1);
    if (last && lengthOf(last) + 1 + lengthOf(line) <= limits.text)
      blocks.splice(-1, 1, [...last, { text: '\n' }, ...line]);
    else blocks.push(line);
  }
  return blocks.map(richText);
}

function richText(line: Line): Block {
  const elements = bare(merged(line)).map(elementOf);
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** Without space around it. Slack takes no empty element. */
function bare(line: Line): Line {
  const spans = line.map((span) => ({ ...span, text: clean(span.text) })).filter(({ text }) => text !== '');
  return spans
    .map((span, at) => (at === 0 ? { ...span, text: span.text.trimStart() } : span))
    .map((span, at) => (at === spans.length - 1 ? { ...span, text: span.text.trimEnd() } : span))
    .filter(({ text }) => text !== '');
}

function elementOf(span: Span): types.RichTextElement {
  if ('href' in span) return { type: 'link', url: span.href, text: span.text };
  const strong = 'strong' in span && span.strong;
  return { type: 'text', text: span.text, ...(strong && { style: { bold: true } }) };
}
