/** What a person reads: the words of blocks, without their marks. */
import { type Fields, fields, isFields, list, text } from '../json.ts';

export function visible(value: unknown): string {
  return [...wordsIn(value)].join('\n');
}

function* wordsIn(value: unknown): Iterable<string> {
  if (!isFields(value)) {
    for (const each of list(value)) yield* wordsIn(each);
  } else if (joined.has(text(value['type']))) {
    yield list(value['elements'])
      .map((each) => text(fields(each)['text']))
      .join('');
  } else {
    if (typeof value['text'] === 'string' && value['type'] !== undefined) yield shown(value);
    for (const inner of Object.values(value)) yield* wordsIn(inner);
  }
}

/** Whose elements stand in one line. */
const joined: ReadonlySet<string> = new Set(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']);

/** A text object as it is read: only mrkdwn has marks. */
export function shown(object: Fields): string {
  return object['type'] === 'mrkdwn' ? read(withoutMarks(text(object['text']))) : text(object['text']);
}

/** What stands between two of these is emphasised, and they are seen no more; a name between colons is a picture. */
function withoutMarks(said: string): string {
  const bare = ['`', '*', '_', '~'].reduce((rest, mark) => {
    const sign = `\\${mark}`;
    const pair = new RegExp(`(?<![\\w${sign}])${sign}(?=\\S)([^${sign}\\n]+)(?<=\\S)${sign}(?![\\w${sign}])`, 'g');
    return rest.replaceAll(pair, '$1');
  }, said);
  return bare.replaceAll(/:[a-z][a-z0-9_+-]*:/g, '\uFFFC');
}

/** `&amp;` is shown as `&`, and a link by its words. */
function read(said: string): string {
  const words = said.replaceAll(/<(?:https?:|mailto:)[^>|]*\|([^>]*)>/g, '$1').replaceAll(/<(https?:[^>]*)>/g, '$1');
  return unescaped(words);
}

export function unescaped(said: string): string {
  return said.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** What stands on a button, or beside a field. */
export function labelOf(block: Fields, element: Fields): string {
  const own = [element['text'], block['label'], element['placeholder']].find(isFields);
  return own ? shown(own) : '';
}

export type Wanted = string | RegExp;

export function says(shown: string, wanted: Wanted, how: 'whole' | 'part' = 'whole'): boolean {
  if (wanted instanceof RegExp) return wanted.test(shown);
  return how === 'whole' ? shown === wanted : shown.includes(wanted);
}
