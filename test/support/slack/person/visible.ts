/** What a person reads: the words of blocks, without their marks. */
import { type Fields, fields, objectsIn, text } from '../json.ts';

export function visible(value: unknown): string {
  const words = [...objectsIn(value)].flatMap(({ object }) => {
    const said = object['text'];
    return typeof said === 'string' && object['type'] !== undefined ? [said] : [];
  });
  return read(words.join('\n'));
}

/** `&amp;` is shown as `&`, and a link by its words. */
export function read(said: string): string {
  const shown = said.replaceAll(/<(?:https?:|mailto:)[^>|]*\|([^>]*)>/g, '$1').replaceAll(/<(https?:[^>]*)>/g, '$1');
  return shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** What stands on a button, or beside a field. */
export function labelOf(block: Fields, element: Fields): string {
  const own =
    fields(element['text'])['text'] ?? fields(block['label'])['text'] ?? fields(element['placeholder'])['text'];
  return read(text(own));
}

export type Wanted = string | RegExp;

export function says(shown: string, wanted: Wanted, how: 'whole' | 'part' = 'whole'): boolean {
  if (wanted instanceof RegExp) return wanted.test(shown);
  return how === 'whole' ? shown === wanted : shown.includes(wanted);
}
