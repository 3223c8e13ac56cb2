/** One thing to mend in an answer. */
import type { Words } from '../words.ts';

export type Misfit = { readonly field: string; readonly sentence: string };

/** Enough for two pages. Longer things belong behind a link, and no chat takes them in one message. */
export const mostCharacters = 4_000;

export function tooLong(field: string, words: Words | undefined): readonly Misfit[] {
  return (words?.text?.length ?? 0) > mostCharacters
    ? [
        {
          field,
          sentence: `This is longer than ${mostCharacters} characters. Shorten it, or link to a page that says it.`,
        },
      ]
    : [];
}
