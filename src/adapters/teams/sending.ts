/** Every button of a card with fields brings what was entered there so far, so that it can stand there again. */
import type { Element } from './adaptive-card.ts';
import { sending } from './render-action.ts';

export function allSending(elements: readonly Element[]): readonly Element[] {
  return elements.map((element) => {
    const again = known.get(element) ?? withSending(element);
    known.set(element, again);
    return again;
  });
}

/** Rows that stood on the last card are the same again. */
const known = new WeakMap<Element, Element>();

function withSending(element: Element): Element {
  switch (element.type) {
    case 'ActionSet':
      return { ...element, actions: element.actions.map(sending) };
    case 'Container':
      return { ...element, items: allSending(element.items) };
    case 'ColumnSet':
      return { ...element, columns: element.columns.map((one) => ({ ...one, items: allSending(one.items) })) };
    default:
      return element;
  }
}
