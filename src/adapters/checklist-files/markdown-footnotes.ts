/** Footnotes in both ways of writing them: on the mark's own line, or indented on the lines after it. */
import type { RootContent } from 'mdast';

export type Footnote = { readonly mark: string; readonly text: string; readonly line: number };

// CommonMark knows no footnotes: one of several words is a paragraph to it, one of a single word a link target.
const opening = /^[ \t]*\[\^([^\]\s]+)\]:[ \t]*/gm;

export function footnotesIn(
  nodes: readonly RootContent[],
  source: string,
): { readonly footnotes: readonly Footnote[]; readonly rest: readonly RootContent[] } {
  const footnotes: Footnote[] = [];
  const rest: RootContent[] = [];
  for (const [index, node] of nodes.entries()) {
    const found = footnotesOf(node, source);
    const open = footnotes.at(-1);
    const more = open && continuation(node, nodes[index - 1], { open, source });
    if (open && more !== undefined) footnotes.splice(-1, 1, { ...open, text: joined(`${open.text} ${more}`) });
    else if (found.length > 0) footnotes.push(...found);
    else rest.push(node);
  }
  return { footnotes, rest };
}

/** What goes on with the footnote before it, and is no footnote to CommonMark. */
function continuation(
  node: RootContent,
  before: RootContent | undefined,
  { open, source }: { readonly open: Footnote; readonly source: string },
): string | undefined {
  // After an empty one, an indented block, which reads as code.
  if (open.text === '' && node.type === 'code' && !node.lang) return node.value;
  // After a one-word line, which reads as a link target, the indented lines below it.
  const footnote = before?.type === 'definition' && before.position?.start.line === open.line;
  const below = footnote && node.position?.start.line === (before.position?.end.line ?? 0) + 1;
  const indented = (node.position?.start.column ?? 1) > 1;
  return below && indented && node.type === 'paragraph' ? sliceOf(node, source) : undefined;
}

function footnotesOf(node: RootContent, source: string): readonly Footnote[] {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'definition') {
    const mark = /^\^(.+)$/.exec(node.label ?? '')?.[1];
    return mark ? [{ mark, text: joined([node.url, node.title ?? ''].join(' ')), line }] : [];
  }
  if (node.type !== 'paragraph') return [];
  const text = sliceOf(node, source);
  const starts = [...text.matchAll(opening)];
  if (starts[0]?.index !== 0) return [];
  return starts.map((match, index) => ({
    mark: match[1] ?? '',
    text: joined(text.slice(match.index + match[0].length, starts[index + 1]?.index)),
    line: line + text.slice(0, match.index).split('\n').length - 1,
  }));
}

function joined(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, ' ').trim();
}

function sliceOf(node: RootContent, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
