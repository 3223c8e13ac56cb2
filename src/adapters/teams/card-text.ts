/** Cards as JSON in UTF-8, in pieces. What is measured is then sent, and an element that stood on the last card is not written anew. */
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { limits } from './limits.ts';

const cards = new WeakMap<AdaptiveCard, readonly Buffer[]>();
/** Of those that were measured: what is drawn for one card alone is not kept. */
const elements = new WeakMap<Element, Buffer>();

export function piecesOf(card: AdaptiveCard): readonly Buffer[] {
  const known = cards.get(card);
  if (known) return known;
  const { body, ...around } = card;
  const pieces: Buffer[] = [];
  let text = `${JSON.stringify(around).slice(0, -1)},"body":[`;
  for (const [at, element] of body.entries()) {
    if (at > 0) text += ',';
    const written = elements.get(element);
    if (written) pieces.push(Buffer.from(text), written);
    text = written ? '' : text + JSON.stringify(element);
  }
  pieces.push(Buffer.from(`${text}]}`));
  cards.set(card, pieces);
  return pieces;
}

function piece(element: Element): Buffer {
  const known = elements.get(element);
  if (known) return known;
  const text = Buffer.from(JSON.stringify(element));
  elements.set(element, text);
  return text;
}

/** As a list of them. */
export function bytesIn(all: readonly Element[]): number {
  return all.reduce((sum, element) => sum + piece(element).length + 1, 1);
}

export function fits(card: AdaptiveCard): boolean {
  return piecesOf(card).reduce((sum, { length }) => sum + length, 0) <= limits.card;
}
