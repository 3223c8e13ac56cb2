/** One field of a form → Slack's input element. Its action_id says how what comes back is read. */
import type { types } from '@slack/bolt';
import type { Field } from '../../domain/card/form.ts';
import type { Option } from './block-kit.ts';
import { limits } from './limits.ts';
import { shortId } from './short-id.ts';
import { carried, entered, plainText } from './text.ts';

export type Element = types.InputBlock['element'];
type Choosing = Extract<Field, { input: 'one' | 'many' }>;
type Ticking = Extract<Field, { input: 'tick' }>;

export function elementOf(field: Field): Element {
  switch (field.input) {
    case 'line':
    case 'paragraph':
      return written(field.value, { multiline: field.input === 'paragraph', most: field.most });
    case 'number':
      return { ...written(field.value, { multiline: false }), ...placeholder(field.unit) };
    case 'link':
      return link(field.value);
    case 'date':
      return { type: 'datepicker', action_id: 'date', ...(isDate(field.value) && { initial_date: field.value }) };
    case 'one':
      return one(field);
    case 'many':
      return many(field);
    case 'tick':
      return tick(field);
    default:
      return field satisfies never;
  }
}

export function tooLongToShow(field: Field): boolean {
  return 'value' in field && typeof field.value === 'string' && carried(field.value).length > mostOf(field);
}

function mostOf(field: object): number {
  const most = 'most' in field && typeof field.most === 'number' ? field.most : limits.entered;
  return Math.min(Math.max(most, 1), limits.entered);
}

function written(value: string | undefined, { multiline, most }: { multiline: boolean; most?: number | undefined }) {
  const longest = mostOf({ most });
  const initial = value === undefined || value === '' ? undefined : entered(value, longest);
  return {
    type: 'plain_text_input' as const,
    action_id: 'text',
    multiline,
    max_length: longest,
    ...(initial !== undefined && { initial_value: initial }),
  };
}

function placeholder(unit: string | undefined) {
  return unit === undefined || unit.trim() === '' ? {} : { placeholder: plainText(unit, limits.optionValue) };
}

// Slack refuses a whole form whose address is none; as plain text it can be read and mended.
function link(value: string | undefined): Element {
  if (value !== undefined && value !== '' && !URL.canParse(value)) return written(value, { multiline: false });
  return { type: 'url_text_input', action_id: 'text', ...(value && { initial_value: entered(value, limits.entered) }) };
}

function isDate(value: string | undefined): value is string {
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function one(field: Choosing): Element {
  const options = optionsOf(field);
  const chosen = options.find((option) => isChosen(field, option));
  const initial = chosen && { initial_option: chosen };
  if (options.length <= limits.choices) return { type: 'radio_buttons', action_id: 'one', options, ...initial };
  return { type: 'static_select', action_id: 'one', ...listOf(options), ...initial };
}

function many(field: Choosing): Element {
  const options = optionsOf(field);
  const chosen = options.filter((option) => isChosen(field, option));
  const initial = chosen.length > 0 && { initial_options: chosen };
  if (options.length <= limits.choices) return { type: 'checkboxes', action_id: 'many', options, ...initial };
  return { type: 'multi_static_select', action_id: 'many', ...listOf(options), ...initial };
}

function tick({ value }: Ticking): Element {
  const options = [{ text: plainText('Yes', limits.option), value: 'on' }];
  return { type: 'checkboxes', action_id: 'tick', options, ...(value && { initial_options: options }) };
}

function isChosen(field: Choosing, option: Option): boolean {
  return field.value?.some((id) => shortId(id, limits.optionValue) === option.value) ?? false;
}

/** Labels longer than an option may be stand above the field, under the same numbers. */
export function hasLongLabels({ options }: Choosing): boolean {
  return options.some(({ label }) => label.length > limits.option);
}

function optionsOf(field: Choosing): Option[] {
  const numbered = hasLongLabels(field);
  const byValue = new Map<string, Option>();
  for (const [at, { id, label }] of field.options.entries()) {
    const value = shortId(id, limits.optionValue);
    const text = plainText(numbered ? `${at + 1}. ${label}` : label, limits.option);
    if (!byValue.has(value)) byValue.set(value, { text, value });
  }
  return [...byValue.values()];
}

function listOf(options: Option[]) {
  if (options.length <= limits.options) return { options };
  const groups = Array.from({ length: Math.ceil(options.length / limits.options) }, (_, at) => {
    const from = at * limits.options;
    const some = options.slice(from, from + limits.options);
    return { label: plainText(`${from + 1} to ${from + some.length}`, limits.option), options: some };
  });
  return { option_groups: groups.slice(0, limits.options) };
}
