/** What a line of somebody's checklist most likely is. */
import type { Item } from './markdown-outline.ts';

const asksWithout =
  /^(?:describe|explain|list|name|give|provide|state|show|specify|outline|identify|document|what|which|who|how|when|where|why)\b/i;
const emphasised = /^(\*\*|__)(.+)\1:?$/s;
// Longer than this it is a sentence, not a title.
const mostTitleWords = 8;

export function looksLikeAsking(text: string): boolean {
  return text.includes('?') || asksWithout.test(text);
}

/** A Markdown heading in an item, a bold item with a list in it, or a short title over items that ask. */
export function isHeadingItem(item: Item): boolean {
  if (item.heading !== undefined) return true;
  const inner = item.inside.flatMap((block) => (block.kind === 'list' ? block.items : []));
  if (inner.length === 0 || item.boxed) return false;
  if (emphasised.test(item.text)) return true;
  const asking = inner.filter(({ text }) => text.includes('?')).length;
  return !looksLikeAsking(item.text) && item.text.split(/\s+/).length <= mostTitleWords && asking * 2 > inner.length;
}

export function withoutEmphasis(text: string): string {
  const inner = emphasised.exec(text.trim())?.[2] ?? text;
  return inner.trim();
}
