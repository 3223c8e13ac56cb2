/** What is wrong with a card: by our own schema, by what no schema can say, and by Microsoft's parser. */
import { type Fields, fields, list, objectsIn, text } from '../../slack/json.ts';
import { card as schema } from '../schema/card.ts';
import { issues } from './issues.ts';
import { parserFaults } from './parser-faults.ts';

/** A quarter of what Teams takes as a message, as it counts two bytes a letter and adds its own. */
export const mostBytes = 25 * 1024;

export function cardFaults(card: Fields): readonly string[] {
  return [...issues(schema.safeParse(card)), ...meaningFaults(card), ...parserFaults(card)];
}

export function bytesOf(card: Fields): number {
  return Buffer.byteLength(JSON.stringify(card));
}

function* meaningFaults(card: Fields): Iterable<string> {
  const objects = [...objectsIn(card)].map(({ object }) => object);
  const inputs = objects.filter(({ type }) => text(type).startsWith('Input.'));
  const ids = objects.flatMap(({ type, id }) => (type !== undefined && typeof id === 'string' ? [id] : []));
  const inputIds = new Set(inputs.map(({ id }) => text(id)));
  for (const id of repeated(ids)) yield `two things have the id ${id}`;
  for (const action of objects) {
    const type = text(action['type']);
    if (type === 'Action.Execute' || type === 'Action.Submit') yield* actionFaults(action, inputIds);
    for (const target of list(action['targetElements'])) {
      const id = text(fields(target)['elementId'] ?? target);
      if (!ids.includes(id)) yield `“${text(action['title'])}” shows or hides ${id}, which is not there`;
    }
  }
  if (!inputIds.size) return;
  const sent = objects.some(
    ({ type, associatedInputs }) =>
      (type === 'Action.Execute' || type === 'Action.Submit') && associatedInputs !== 'none',
  );
  if (!sent) yield 'there are inputs, and no action sends them';
}

/** What is typed replaces data of the same name on its way. */
function* actionFaults(action: Fields, inputIds: ReadonlySet<string>): Iterable<string> {
  const title = text(action['title']);
  if (action['associatedInputs'] !== 'none')
    for (const key of Object.keys(fields(action['data'])))
      if (inputIds.has(key)) yield `“${title}” has data ${key}, and an input has that id`;
  const fallback = fields(action['fallback']);
  if (fallback['title'] !== undefined && fallback['title'] !== title)
    yield `“${title}” is called “${text(fallback['title'])}” by older clients`;
  if (fallback['type'] !== undefined && fallback['mode'] !== action['mode'])
    yield `“${title}” and its fallback do not stand in the same place`;
  if (
    fallback['type'] !== undefined &&
    (action['associatedInputs'] === 'none') !== (fallback['associatedInputs'] === 'none')
  )
    yield `“${title}” and its fallback do not send the same inputs`;
}

function repeated(ids: readonly string[]): ReadonlySet<string> {
  return new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
}
