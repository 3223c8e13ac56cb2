/** Words with emphasis, links and marks. Preact escapes them; what is left to do here is to distrust addresses. */

import type { Span } from '../../domain/card/card.ts';
import { legible } from '../../domain/invisible.ts';

export function Text({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map((span, index) => <Piece key={index} span={span} />);
}

export function plain(spans: readonly Span[]): string {
  return spans.map((span) => legible(span.text)).join('');
}

// Direction is found per piece, so that a Hebrew note cannot turn the sentence around it.
function Piece({ span }: { readonly span: Span }) {
  if ('href' in span) return <Link href={span.href} text={span.text} />;
  if ('definition' in span) return <abbr title={legible(span.definition)}>{legible(span.text)}</abbr>;
  if (span.strong) return <strong dir="auto">{legible(span.text)}</strong>;
  return <bdi>{legible(span.text)}</bdi>;
}

function Link({ href, text }: { readonly href: string; readonly text: string }) {
  const address = safeAddress(href);
  if (!address) return <bdi>{legible(text === href ? text : `${text} (${href})`)}</bdi>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" dir="auto">
      {legible(text)}
    </a>
  );
}

/** Only addresses that open a page or a letter; never a script or a file. */
function safeAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol) ? href : undefined;
}
