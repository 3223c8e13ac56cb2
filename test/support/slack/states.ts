/** What stands in the fields of a view or a message: as the app preset it, until a person enters something else. */
import { interactiveIn } from './checks/elements.ts';
import { type Fields, text } from './json.ts';

type Held = { readonly as: string; readonly preset: string; readonly empty: null | readonly never[] };
const one = (as: string, preset: string): Held => ({ as, preset, empty: null });
const many = (as: string, preset: string): Held => ({ as, preset, empty: [] });

/** Where each kind of element holds its value, and what the app presets it by. Buttons and menus hold nothing. */
export const held: Readonly<Record<string, Held>> = {
  plain_text_input: one('value', 'initial_value'),
  email_text_input: one('value', 'initial_value'),
  url_text_input: one('value', 'initial_value'),
  number_input: one('value', 'initial_value'),
  rich_text_input: one('rich_text_value', 'initial_value'),
  static_select: one('selected_option', 'initial_option'),
  radio_buttons: one('selected_option', 'initial_option'),
  users_select: one('selected_user', 'initial_user'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  channels_select: one('selected_channel', 'initial_channel'),
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  datetimepicker: one('selected_date_time', 'initial_date_time'),
  checkboxes: many('selected_options', 'initial_options'),
  multi_static_select: many('selected_options', 'initial_options'),
  multi_users_select: many('selected_users', 'initial_users'),
  multi_conversations_select: many('selected_conversations', 'initial_conversations'),
  multi_channels_select: many('selected_channels', 'initial_channels'),
};

export function fieldKey(block: Fields, element: Fields): string {
  return `${text(block['block_id'])} ${text(element['action_id'])}`;
}

/** `state.values`, by block and then by action. */
export function statesOf(blocks: readonly Fields[], entered: ReadonlyMap<string, Fields>): Fields {
  const values: Record<string, Record<string, Fields>> = {};
  for (const { block, element } of interactiveIn(blocks)) {
    const type = text(element['type']);
    const holds = held[type];
    if (!holds) continue;
    const preset = { type, [holds.as]: element[holds.preset] || holds.empty };
    const of = text(block['block_id']);
    values[of] = { ...values[of], [text(element['action_id'])]: entered.get(fieldKey(block, element)) ?? preset };
  }
  return values;
}
