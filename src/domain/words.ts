/** Free text a person wrote. It lives beside the event, never in it: the event keeps only the seal. */
import { z } from 'zod';

/**
 * `seal` is the salted SHA-256 commitment the store gives on append; before that it is absent.
 * `text` is null once the words were redacted: the seal stays, so the chain still verifies.
 */
export const words = z.strictObject({
  text: z.string().max(10_000).nullable(),
  seal: z.string().exactOptional(),
});

export type Words = z.infer<typeof words>;

/**
 * Words as they come in from outside. Nobody outside may name a seal: who could would show another's words as theirs, or
 * pass an empty reason under the seal of a redacted one.
 */
export const givenWords: z.ZodType<Words, { text: string }> = z.strictObject({ text: z.string().max(10_000) });

/** Words as somebody has just written them, not yet sealed. */
export function written(text: string): Words {
  return { text };
}

/** What to show for words that may have been redacted since. */
export function readable(words: Words): string {
  return words.text ?? '[redacted]';
}
