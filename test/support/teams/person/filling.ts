/** What a card's fields hold once a person has filled some of them, as it is sent: strings, and nothing of what is empty. */
import { type Fields, fields, list, text } from '../../slack/json.ts';
import { inputsOf, labelOf } from './visible.ts';

export type Filled = string | number | boolean | readonly string[];
/** By label, or by what a label begins with. */
export type Fill = Readonly<Record<string, Filled>>;

export function filled(card: Fields, fill: Fill): Fields {
  const inputs = [...inputsOf(card)];
  const given = new Map(Object.entries(fill).map(([label, value]) => [oneLabelled(inputs, label), value]));
  const entries = inputs.map((input): readonly [string, string] => {
    const what = given.get(input);
    const value = what === undefined ? preset(input) : entered(input, what);
    const wrong = unsendable(input, value);
    if (wrong) throw new Error(`Teams would not send this: ${wrong}`);
    return [text(input['id']), value];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

function oneLabelled(inputs: readonly Fields[], label: string): Fields {
  const exactly = inputs.filter((input) => labelOf(input) === label);
  const found = exactly.length ? exactly : inputs.filter((input) => labelOf(input).startsWith(`${label} `));
  const all = inputs.map(labelOf).join(', ') || 'none';
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} fields here are called ${label}. There are: ${all}.`);
  return only;
}

function preset(input: Fields): string {
  const value = input['value'];
  if (input['type'] === 'Input.Toggle') return text(value) || text(input['valueOff']) || 'false';
  return typeof value === 'number' ? String(value) : text(value);
}

function entered(input: Fields, given: Filled): string {
  if (input['type'] === 'Input.Toggle')
    return given === true ? text(input['valueOn']) || 'true' : text(input['valueOff']) || 'false';
  if (input['type'] !== 'Input.ChoiceSet') return String(given);
  if (given === '') return '';
  const chosen = Array.isArray(given) ? given : [given];
  if (chosen.length > 1 && input['isMultiSelect'] !== true) throw new Error(`${labelOf(input)} takes one choice only.`);
  return chosen.map((each) => choice(input, String(each))).join(',');
}

function choice(input: Fields, wanted: string): string {
  const choices = list(input['choices']).map(fields);
  const found = choices.find(({ title, value }) => title === wanted || value === wanted);
  if (found) return text(found['value']);
  // People are searched for, and then sent as the directory knows them.
  if (input['choices.data'] !== undefined) return wanted;
  throw new Error(`There is no choice ${wanted}. There are: ${choices.map(({ title }) => title).join(', ')}.`);
}

function unsendable(input: Fields, value: string): string | undefined {
  const name = labelOf(input);
  const { type, isRequired, maxLength, min, max, regex } = input;
  if (value === '' || (isRequired && type === 'Input.Toggle' && value !== (text(input['valueOn']) || 'true')))
    return isRequired ? `“${name}” must be filled: ${text(input['errorMessage'])}` : undefined;
  if (typeof maxLength === 'number' && value.length > maxLength) return `“${name}” is longer than ${maxLength}.`;
  if (typeof regex === 'string' && !new RegExp(regex).test(value)) return `“${name}” does not match ${regex}.`;
  if (type !== 'Input.Number') return undefined;
  const number = Number(value);
  const outside = number < Number(min ?? number) || number > Number(max ?? number);
  return Number.isNaN(number) || outside ? `“${name}” cannot be ${value}.` : undefined;
}
