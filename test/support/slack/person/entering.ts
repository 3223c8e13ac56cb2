/** What a field holds once a person has typed or chosen something in it. */
import { allOptions } from '../checks/initial-faults.ts';
import { type Fields, fields, list, text } from '../json.ts';
import { held } from '../states.ts';
import type { User, World } from '../world.ts';
import type { Entered } from './find.ts';
import { shown } from './visible.ts';

export function entering(world: World, element: Fields, what: Entered): Fields {
  const type = text(element['type']);
  if (type === 'overflow') return { type, selected_option: optionOf(element, String(what)) };
  const holds = held[type];
  if (!holds) throw new Error(`Nothing can be entered in a ${type}.`);
  if (holds.empty) return { type, [holds.as]: list(what).map((each) => oneOf(world, element, String(each))) };
  if (what === null || what === '') return { type, [holds.as]: null };
  return { type, [holds.as]: oneOf(world, element, typeof what === 'number' ? what : String(what)) };
}

function oneOf(world: World, element: Fields, what: string | number): unknown {
  const type = text(element['type']);
  if (['static_select', 'multi_static_select', 'radio_buttons', 'checkboxes'].includes(type))
    return optionOf(element, String(what));
  if (type.endsWith('users_select')) return personOf(world, String(what)).id;
  if (type === 'datetimepicker') return Number(what);
  return String(what);
}

function optionOf(element: Fields, what: string): Fields {
  const options = allOptions(element);
  const labelOf = (option: Fields) => shown(fields(option['text']));
  const found = options.find((option) => labelOf(option) === what || option['value'] === what);
  if (!found) throw new Error(`There is no option ${what}. There are: ${options.map(labelOf).join(', ')}.`);
  return found;
}

function personOf({ users }: World, what: string): User {
  const found = users.get(what) ?? [...users.values()].find(({ realName }) => realName === what);
  if (!found) throw new Error(`Nobody here is ${what}.`);
  return found;
}

/** Why Slack would not let this be sent: what a person sees without the app hearing of it. */
export function unsendable({ optional, label }: Fields, element: Fields, state: Fields): string | undefined {
  const name = text(fields(label)['text']);
  const value = state[held[text(element['type'])]?.as ?? ''];
  const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return optional === true ? undefined : `“${name}” must be filled.`;
  if (typeof value !== 'string') return undefined;
  const { min_length: min, max_length: max } = element;
  if (typeof min === 'number' && value.length < min) return `“${name}” is shorter than ${min}.`;
  const most = typeof max === 'number' ? max : 3000;
  return value.length > most && element['type'] === 'plain_text_input'
    ? `“${name}” is longer than ${most}.`
    : undefined;
}
