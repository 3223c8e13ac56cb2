/** What a person typed and what came alive in a card: a link, words in bold that nobody of us wrote, a day that was worked out. */

import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Fields, objectsIn, text } from '../../slack/json.ts';

/** What Teams draws in a TextBlock and in facts; an input's label and a TextRun show marks as they are. */
export const inCards: ReadonlySet<string> = new Set(['link', 'image', 'strong', 'emphasis', 'list']);
/** A message's text is drawn as a web page would. */
export const inTexts: ReadonlySet<string> = new Set([
  ...inCards,
  'heading',
  'inlineCode',
  'code',
  'html',
  'blockquote',
]);

export function* markdownIn(card: Fields): Iterable<string> {
  for (const { object } of objectsIn(card)) {
    if (object['type'] === 'TextBlock') yield text(object['text']);
    if (Array.isArray(object['facts']))
      for (const fact of object['facts']) yield* [text(fact?.title), text(fact?.value)];
  }
}

// What comes back as it is: nobody reads it, or reads it as it was typed.
const unread: ReadonlySet<string> = new Set(['data', 'value', 'id', 'url']);

/** Functions that Teams works out wherever it draws text. We write none. */
export function* functionsIn(shown: unknown): Iterable<string> {
  if (typeof shown === 'string') for (const [found] of shown.matchAll(/\{\{(DATE|TIME)\(.{0,40}/gi)) yield found;
  if (typeof shown !== 'object' || shown === null) return;
  for (const [name, inner] of Object.entries(shown)) if (!unread.has(name)) yield* functionsIn(inner);
}

/** What of `written` is drawn and not said, where it stands in `shown`. */
export function comeAlive(shown: string, written: Iterable<string>, kinds = inCards): readonly string[] {
  const drawn = new Set(marks(fromMarkdown(shown), kinds));
  return [...written].flatMap((typed) => [...marks(fromMarkdown(typed), kinds)].filter((mark) => drawn.has(mark)));
}

/** Whom a text would call: Teams rings for each `<at>`. */
export function pagesIn(shown: string): readonly string[] {
  return [...shown.matchAll(/<at\b[^>]*>([^<]*)<\/at>/gi)].map(([, name = '']) => name);
}

function* marks(node: Nodes, kinds: ReadonlySet<string>): Iterable<string> {
  if (kinds.has(node.type)) yield `${node.type} “${wordsOf(node)}”${'url' in node ? ` to ${node.url}` : ''}`;
  if ('children' in node) for (const child of node.children) yield* marks(child, kinds);
}

function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('');
  if ('value' in node) return node.value;
  return 'alt' in node ? (node.alt ?? '') : '';
}
