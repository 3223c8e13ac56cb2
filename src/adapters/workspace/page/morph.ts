/** Turns the page into the one the server just sent, keeping focus, scroll, drafts and what is folded open. */
import { announce } from './tell.ts';
import { Idiomorph } from './vendor/idiomorph.js';

/** Returns the messages that were not there before. */
export function morphTo(next: Document): readonly Element[] {
  const before = new Set(messages().map((message) => message.id));
  // A promise only where a head is morphed, and this is none.
  void Idiomorph.morph(document.body, next.body, {
    callbacks: {
      beforeNodeMorphed: (old) => !mustStay(old),
      beforeNodeRemoved: (old) => !mustStay(old),
      beforeAttributeUpdated: (name, element) => !(name === 'open' && element.localName === 'details'),
    },
  });
  document.title = next.title;
  const arrived = messages().filter((message) => !before.has(message.id));
  for (const message of arrived) message.classList.add('arrived');
  announce(arrived.map(summaryOf).filter(Boolean).join(' '));
  return arrived;
}

function messages(): readonly Element[] {
  return [...document.querySelectorAll('article.message')];
}

function summaryOf(message: Element): string {
  const summary = message.getAttribute('data-summary');
  return summary ? `New message: ${summary}` : '';
}

function mustStay(node: Node): boolean {
  return node instanceof Element && (node.hasAttribute('data-keep') || isBeingWritten(node));
}

function isBeingWritten(element: Element): boolean {
  if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue;
  return element instanceof HTMLInputElement && element.type === 'text' && element.value !== element.defaultValue;
}
