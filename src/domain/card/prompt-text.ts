/** A prompt's own words as spans, and what stands beside them: how to read it today, what its marks mean. */
import type { Checklist } from '../checklist/checklist.ts';
import { inlineSpans, plainText } from '../checklist/inline.ts';
import { onceEach } from '../checklist/once-each.ts';
import type { Prompt } from '../checklist/prompt.ts';
import { sectionTitle } from '../checklist/section-path.ts';
import type { Span } from './card.ts';
import { shortened } from './shortened.ts';

type Defining = Pick<Checklist, 'definitions'>;

export const promptSpans = onceEach(({ text }: Pick<Prompt, 'text'>, { definitions }: Defining): readonly Span[] =>
  inlineSpans(text).map((span): Span => {
    if (span.kind === 'text') return { text: span.text };
    if (span.kind === 'link') return { text: span.text, href: span.url };
    const meant = definitions.find(({ mark }) => mark === span.mark);
    return { text: span.mark, definition: meant?.id ?? span.mark };
  }),
);

type Noted = Pick<Prompt, 'text' | 'note' | 'definitions'>;

export const promptNotes = onceEach((prompt: Noted, checklist: Defining): readonly string[] => {
  const marks = new Set(inlineSpans(prompt.text).flatMap((span) => (span.kind === 'mark' ? [span.mark] : [])));
  const meant = checklist.definitions.filter(
    ({ id, mark }) => prompt.definitions.includes(id) || (mark !== undefined && marks.has(mark)),
  );
  const definitions = meant.map(({ mark, term, text }) => `${mark ? `${mark} ` : ''}${term}: ${text}`);
  return [...(prompt.note ? [prompt.note] : []), ...definitions];
});

/** For a list or a screen reader: no links, no marks, cut at a word. */
export function promptTitle(prompt: Pick<Prompt, 'text'>, most = 120): string {
  return shortened(plainText(prompt.text), most);
}

/** `Access Control 2`, or the section alone for prose that bears no number. */
export function placeOf(prompt: { readonly section: string; readonly number?: string }, checklist: Checklist): string {
  const title = sectionTitle(checklist, prompt.section);
  return prompt.number === undefined ? title : `${title} ${prompt.number}`;
}
