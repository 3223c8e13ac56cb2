/** Blocks as Slack keeps them and gives them back: with ids for what has none, and with every default said. */

import { interactive } from './checks/elements.ts';
import type { Ids } from './ids.ts';
import { type Fields, isFields, text } from './json.ts';

export function dress(blocks: readonly unknown[], ids: Ids): readonly Fields[] {
  return blocks.filter(isFields).map((block) => {
    const pressable = new Set(interactive(block).map(({ element }) => element));
    const named = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(named);
      if (!isFields(value)) return value;
      const kept = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
      const inner = Object.fromEntries(kept.map(([key, each]) => [key, named(each)]));
      return { ...defaults(value), ...(pressable.has(value) ? { action_id: ids.next('a') } : {}), ...inner };
    };
    return { ...(named(block) as Fields), block_id: text(block['block_id']) || ids.next('b') };
  });
}

function defaults({ type }: Fields): Fields {
  if (type === 'plain_text') return { emoji: true };
  return type === 'mrkdwn' ? { verbatim: false } : {};
}
