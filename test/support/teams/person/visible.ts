/** What a person sees of a card, from top to bottom: its words, its fields, and what can be pressed. */
import { type Fields, fields, isFields, list, text } from '../../slack/json.ts';

export type Part =
  | { readonly part: 'words'; readonly says: string }
  | { readonly part: 'input'; readonly input: Fields; readonly label: string }
  | { readonly part: 'action'; readonly action: Fields; readonly title: string };

/** Hidden parts are left out, and what comes with them. */
export function* partsOf(shown: unknown): Iterable<Part> {
  if (!isFields(shown)) {
    for (const each of list(shown)) yield* partsOf(each);
    return;
  }
  if (!isSeen(shown)) return;
  const type = text(shown['type']);
  if (type.startsWith('Action.')) yield { part: 'action', action: shown, title: text(shown['title']) };
  else if (type.startsWith('Input.')) yield inputPart(shown);
  else if (type === 'TextBlock') yield words(read(text(shown['text'])));
  else if (type === 'RichTextBlock') yield words(runs(shown['inlines']));
  else if (type === 'FactSet') yield words(list(shown['facts']).map(fact).join('\n'));
  else for (const within of ['body', 'items', 'columns', 'rows', 'cells', 'actions']) yield* partsOf(shown[within]);
  if (isFields(shown['selectAction'])) yield* partsOf(shown['selectAction']);
}

/** As it is read, a line for each part. */
export function visible(card: Fields): string {
  return [...partsOf(card)]
    .map((part) => (part.part === 'words' ? part.says : part.part === 'input' ? `${part.label}:` : `[${part.title}]`))
    .join('\n');
}

/** Every input, shown or hidden: a client sends both. */
export function* inputsOf(card: unknown): Iterable<Fields> {
  if (!isFields(card)) for (const each of list(card)) yield* inputsOf(each);
  else if (text(card['type']).startsWith('Input.')) yield card;
  else for (const within of ['body', 'items', 'columns', 'rows', 'cells']) yield* inputsOf(card[within]);
}

export function isSeen(input: Fields): boolean {
  return input['isVisible'] !== false;
}

export function labelOf(input: Fields): string {
  return text(input['label']) || text(input['title']);
}

/** Markdown without its marks. */
export function read(markdown: string): string {
  return markdown
    .replaceAll(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(?<!\\)\*\*((?:\\.|[^\\*])+)(?<!\\)\*\*/g, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!<>~|&:])/g, '$1');
}

function inputPart(input: Fields): Part {
  return { part: 'input', input, label: labelOf(input) };
}

function words(says: string): Part {
  return { part: 'words', says };
}

function runs(inlines: unknown): string {
  return list(inlines)
    .map((run) => (typeof run === 'string' ? run : text(fields(run)['text'])))
    .join('');
}

function fact(one: unknown): string {
  const { title, value } = fields(one);
  return `${read(text(title))} ${read(text(value))}`;
}
