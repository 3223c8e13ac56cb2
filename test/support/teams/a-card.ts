/** A card that keeps every rule, for changing one thing of it. */
import type { Fields } from '../slack/json.ts';
import { cardType } from './schema/activity.ts';

export function aCard(more: Fields = {}): Fields {
  return { type: 'AdaptiveCard', version: '1.5', body: [textBlock('Is it *so*?')], ...more };
}

export function textBlock(text: string, more: Fields = {}): Fields {
  return { type: 'TextBlock', text, wrap: true, ...more };
}

export function execute(title: string, more: Fields = {}): Fields {
  const data = { act: title };
  const fallback = { type: 'Action.Submit', title, data };
  return { type: 'Action.Execute', title, verb: 'answer', data, fallback, ...more };
}

export function textInput(label: string, more: Fields = {}): Fields {
  return { type: 'Input.Text', id: label.toLowerCase(), label, ...more };
}

/** As the SDK is given it. */
export function message(card: Fields, summary = 'Muster asks') {
  return { type: 'message', summary, attachments: [{ contentType: cardType, content: card }] };
}
