/** Stored links and their texts, read as the review they tell: what an export says is never taken on trust. */
import { isSealed, type Link, type SealedText } from '../chain.ts';
import { reviewEvent } from '../review/events.ts';
import { evolveReview } from '../review/evolve.ts';
import type { Review } from '../review/review.ts';
import { upcastBody, upcasts } from '../upcasts.ts';

/** Throws where this version of Muster cannot read an event. Words without a text were redacted. */
export function reviewOf(
  links: readonly Link[],
  texts: ReadonlyMap<string, SealedText>,
  known = upcasts,
): Review | undefined {
  let review: Review | undefined;
  for (const link of links) {
    const event = reviewEvent.safeParse(joined(upcastBody(link, known), texts));
    if (!event.success) throw new Error(`Event ${link.version}, ${link.type}, is not of a form this version knows.`);
    review = evolveReview(review, { ...link, event: event.data });
  }
  return review;
}

function joined(value: unknown, texts: ReadonlyMap<string, SealedText>): unknown {
  if (Array.isArray(value)) return value.map((entry) => joined(entry, texts));
  if (value === null || typeof value !== 'object') return value;
  if (isSealed(value)) return { seal: value.seal, text: texts.get(value.seal)?.text ?? null };
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, joined(entry, texts)]));
}
