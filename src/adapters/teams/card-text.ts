/** A card as it is sent. Measured and then sent, it is written once. */
import type { AdaptiveCard } from './adaptive-card.ts';
import { limits } from './limits.ts';

const texts = new WeakMap<AdaptiveCard, string>();

export function textOf(card: AdaptiveCard): string {
  const text = texts.get(card) ?? JSON.stringify(card);
  texts.set(card, text);
  return text;
}

export function fits(card: AdaptiveCard): boolean {
  return Buffer.byteLength(textOf(card)) <= limits.card;
}
