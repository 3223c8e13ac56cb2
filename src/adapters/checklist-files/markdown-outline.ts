/** A Markdown checklist as headings, items, prose and footnotes, each with its verbatim text and line. */
import type { List, ListItem, Node, Paragraph, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Footnote, footnotesIn } from './markdown-footnotes.ts';

export type Item = {
  readonly text: string;
  readonly line: number;
  /** As printed before the item; absent on bullets. */
  readonly number?: number;
  readonly boxed: boolean;
  /** The item holds a Markdown heading of that level instead of a text. */
  readonly heading?: number;
  readonly inside: readonly Block[];
};

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly line: number }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Item[] }
  | { readonly kind: 'prose'; readonly text: string; readonly line: number }
  | { readonly kind: 'left out'; readonly what: string; readonly line: number };

export type Outline = { readonly blocks: readonly Block[]; readonly footnotes: readonly Footnote[] };

// Nobody nests a checklist this deep on purpose; below it, text is taken as it stands.
const deepest = 12;

export function markdownOutline(markdown: string): Outline {
  const source = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { children } = fromMarkdown(source);
  const { footnotes, rest } = footnotesIn(children, source);
  return { blocks: blocksOf(rest, source, 0), footnotes };
}

function blocksOf(nodes: readonly RootContent[], source: string, depth: number): readonly Block[] {
  return nodes.flatMap((node) => blockOf(node, source, depth));
}

function blockOf(node: RootContent, source: string, depth: number): readonly Block[] {
  const line = node.position?.start.line ?? 1;
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: innerText(node.children, source), line }];
    case 'paragraph':
      return paragraphBlocks(node, source);
    case 'list':
      if (depth >= deepest) return [{ kind: 'prose', text: verbatim(node, source), line }];
      return [{ kind: 'list', ordered: node.ordered === true, items: itemsOf(node, source, depth) }];
    case 'html':
    case 'definition':
    case 'thematicBreak':
      // Comments, link targets and rules ask nothing.
      return [];
    default:
      return [{ kind: 'left out', what: node.type, line }];
  }
}

/** Lines that each begin with a box are items somebody did not mark as a list. */
function paragraphBlocks(node: Paragraph, source: string): readonly Block[] {
  const line = node.position?.start.line ?? 1;
  const lines = slice(node, source)
    .split('\n')
    .map((each) => each.trim());
  if (lines.every((each) => box.test(each))) {
    const items = lines.map((each, index) => ({ text: withoutBox(each), line: line + index, boxed: true, inside: [] }));
    return [{ kind: 'list', ordered: false, items: items.filter(({ text }) => text !== '') }];
  }
  const text = verbatim(node, source);
  return text === '' ? [] : [{ kind: 'prose', text, line }];
}

function itemsOf(list: List, source: string, depth: number): readonly Item[] {
  return list.children.flatMap((item) => {
    const [first, ...rest] = item.children;
    const common = {
      line: item.position?.start.line ?? 1,
      ...(list.ordered ? { number: printedNumber(item, source) } : {}),
    };
    if (first?.type === 'heading') {
      const text = innerText(first.children, source);
      return [{ ...common, text, boxed: false, heading: first.depth, inside: blocksOf(rest, source, depth + 1) }];
    }
    const lead = first?.type === 'paragraph' ? verbatim(first, source) : '';
    const inside = blocksOf(first?.type === 'paragraph' ? rest : item.children, source, depth + 1);
    const text = withoutBox(lead);
    return text === '' && inside.length === 0 ? [] : [{ ...common, text, boxed: box.test(lead), inside }];
  });
}

function printedNumber(item: ListItem, source: string): number {
  return Number.parseInt(slice(item, source), 10) || 1;
}

const box = /^(?:[☐☑☒□]|\[[ xX]?\](?![(:]))\s*/u;

function withoutBox(text: string): string {
  return text.replace(box, '').trim();
}

function innerText(children: readonly Node[], source: string): string {
  const from = children[0]?.position?.start.offset;
  const to = children.at(-1)?.position?.end.offset;
  return from === undefined || to === undefined ? '' : unwrapped(source.slice(from, to));
}

/** What was written, with its links and marks; a wrapped line goes on after one space. */
function verbatim(node: Node, source: string): string {
  return unwrapped(slice(node, source));
}

function unwrapped(text: string): string {
  return text.replace(/[ \t]*\n[ \t>]*/g, ' ').trim();
}

function slice(node: Node, source: string): string {
  const { start, end } = node.position ?? {};
  return source.slice(start?.offset ?? 0, end?.offset ?? 0);
}
