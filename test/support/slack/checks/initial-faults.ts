/** What is preset in an element must be something a person could have entered there. */
import { type Fields, list, objectsIn, text } from '../json.ts';
import type { Fault } from './fault.ts';

export function* initialFaults(element: Fields, at: string): Iterable<Fault> {
  const options = allOptions(element).map(sameness);
  const preset = [
    ...list(element['initial_options']),
    ...(element['initial_option'] ? [element['initial_option']] : []),
  ];
  for (const option of preset)
    if (!options.includes(sameness(option)))
      yield { at, says: 'initial_option must exactly match one of the provided options' };
  const value = element['initial_value'];
  const max = element['max_length'];
  if (typeof value === 'string' && typeof max === 'number' && value.length > max)
    yield { at, says: 'initial_value is longer than max_length' };
  if (typeof value === 'string' && element['type'] === 'plain_text_input' && value.length > 3000)
    yield { at, says: 'initial_value must be less than 3001 characters' };
}

export function allOptions(element: Fields): readonly Fields[] {
  const grouped = [...objectsIn(element['option_groups'])].flatMap(({ object }) => list(object['options']));
  return [...list(element['options']), ...grouped] as readonly Fields[];
}

function sameness(option: unknown): string {
  const texts = [...objectsIn(option)].map(({ object }) => [object['value'], object['text']].map(text));
  return JSON.stringify(texts);
}
