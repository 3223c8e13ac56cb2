/** The things in a block that a person can press or fill. */
import { type Fields, fields, isFields, list, text } from '../json.ts';

const inert = new Set(['mrkdwn', 'plain_text', 'image', 'rich_text_section', 'rich_text_list']);

export type Placed = { readonly block: Fields; readonly element: Fields };

export function interactive(block: Fields): readonly Placed[] {
  const all = [block['accessory'], block['element'], ...(block['type'] === 'actions' ? list(block['elements']) : [])];
  return all
    .filter(isFields)
    .filter((element) => !inert.has(text(element['type'])))
    .map((element) => ({ block, element }));
}

export function interactiveIn(blocks: readonly unknown[]): readonly Placed[] {
  return blocks.flatMap((block) => interactive(fields(block)));
}
