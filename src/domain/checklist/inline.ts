/** A prompt's verbatim text in pieces a renderer can draw: words, links, and marks of definitions. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** `[^1]` is the mark `1`. */
  | { readonly kind: 'mark'; readonly mark: string };

// Only http(s) becomes a link: a checklist may come from anywhere, and `javascript:` is an address too.
const piece = /\[(?<label>[^\][]*)\]\((?<url>https?:\/\/[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)|\[\^(?<mark>[^\][\s]+)\]/g;

export function inlineSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(piece)) {
    if (match.index > end) spans.push({ kind: 'text', text: text.slice(end, match.index) });
    spans.push(spanOf(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) spans.push({ kind: 'text', text: text.slice(end) });
  return spans;
}

export function marksIn(text: string): readonly string[] {
  return inlineSpans(text).flatMap((span) => (span.kind === 'mark' ? [span.mark] : []));
}

/** Without addresses and marks, for a place that shows plain words only. */
export function plainText(text: string): string {
  return inlineSpans(text)
    .map((span) => (span.kind === 'mark' ? '' : span.text))
    .join('');
}

function spanOf(match: RegExpExecArray): Span {
  const { label = '', url = '', mark } = match.groups ?? {};
  return mark === undefined ? { kind: 'link', text: label, url } : { kind: 'mark', mark };
}
