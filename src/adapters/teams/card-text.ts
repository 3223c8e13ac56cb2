/** Cards as JSON in UTF-8. What is measured is then sent, and an element of the last card stands in the next: each is written once. */
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { limits } from './limits.ts';

const cards = new WeakMap<AdaptiveCard, Buffer>();
const elements = new WeakMap<Element, Buffer>();
const comma = Buffer.from(',');
const end = Buffer.from(']}');

export function written(card: AdaptiveCard): Buffer {
  const known = cards.get(card);
  if (known) return known;
  const { body, ...around } = card;
  const text = within(around, 'body', body);
  cards.set(card, text);
  return text;
}

function elementWritten(element: Element): Buffer {
  const known = elements.get(element);
  if (known) return known;
  const text = writtenAnew(element);
  elements.set(element, text);
  return text;
}

function writtenAnew(element: Element): Buffer {
  if (element.type !== 'Container') return Buffer.from(JSON.stringify(element));
  const { items, ...around } = element;
  return within(around, 'items', items);
}

/** `around` is not empty. */
function within(around: object, name: string, all: readonly Element[]): Buffer {
  const begin = Buffer.from(`${JSON.stringify(around).slice(0, -1)},"${name}":[`);
  const listed = all.flatMap((element, at) =>
    at === 0 ? [elementWritten(element)] : [comma, elementWritten(element)],
  );
  return Buffer.concat([begin, ...listed, end]);
}

/** As a list of them. */
export function bytesIn(all: readonly Element[]): number {
  return all.reduce((sum, element) => sum + elementWritten(element).length + 1, 1);
}

export function fits(card: AdaptiveCard): boolean {
  return written(card).length <= limits.card;
}
