/** A card as a press is answered with it: measured and then sent, it is written once, and an element of the last one not again. */
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { limits } from './limits.ts';

const cards = new WeakMap<AdaptiveCard, string>();
const elements = new WeakMap<Element, string>();

export function textOf(card: AdaptiveCard): string {
  const text = cards.get(card) ?? written(card);
  cards.set(card, text);
  return text;
}

function written({ body, ...around }: AdaptiveCard): string {
  return `${JSON.stringify(around).slice(0, -1)},"body":[${body.map(elementText).join(',')}]}`;
}

function elementText(element: Element): string {
  const text = elements.get(element) ?? JSON.stringify(element);
  elements.set(element, text);
  return text;
}

export function fits(card: AdaptiveCard): boolean {
  return Buffer.byteLength(textOf(card)) <= limits.card;
}
