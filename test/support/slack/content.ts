/** Holds what a message says against every limit, and remembers what broke one and whom it would have paged. */
import { type Answer, no } from './answer.ts';
import { blockFaults } from './checks/block-faults.ts';
import { type Fault, inSlacksWords } from './checks/fault.ts';
import { escapeFaults, mrkdwnIn, pagesInRichText, pagesInText } from './checks/pages.ts';
import { dress } from './dress.ts';
import { type Fields, list, objectsIn, parsed, text } from './json.ts';
import { limits } from './limits.ts';
import type { World } from './world.ts';

export type Content = {
  readonly text: string;
  readonly blocks: readonly Fields[] | undefined;
  readonly unmarked: boolean;
};
export type Place = {
  readonly in: string;
  readonly channel: string;
  readonly maxText: number;
  readonly maxAll: boolean;
};

export function contentOf(world: World, args: Fields, place: Place): Content | Answer {
  const said = text(args['text']);
  const given = typeof args['blocks'] === 'string' ? parsed(args['blocks']) : args['blocks'];
  const refuse = (error: string, faults: readonly Fault[] = []) => refused(world, place.in, error, faults);
  if (args['blocks'] !== undefined && !Array.isArray(given)) return refuse('invalid_blocks_format');
  const blocks = list(given);
  if (said === '' && blocks.length === 0) return refuse('no_text');
  if (said.length > place.maxText) return refuse('msg_too_long');
  const faults = [...blockFaults(blocks, 'message', limits.message.blocks)];
  if (faults.length) return refuse('invalid_blocks', faults);
  if (place.maxAll && charactersIn(blocks) > limits.messageBlocks.characters) return refuse('msg_blocks_too_long');
  const linked = args['link_names'] === true || args['link_names'] === 'true' || args['parse'] === 'full';
  noteTexts(world, place, { texts: [said, ...mrkdwnIn(blocks)], blocks, linked });
  const unmarked = args['mrkdwn'] === false;
  return { text: said, blocks: given === undefined ? undefined : dress(blocks, world.ids), unmarked };
}

export function isRefusal(content: Content | Answer): content is Answer {
  return 'ok' in content;
}

export function refused(world: World, where: string, error: string, faults: readonly Fault[]): Answer {
  const messages = faults.map(inSlacksWords);
  for (const says of messages.length ? messages : [error]) world.violations.push({ in: where, says });
  return no(error, messages.length ? { errors: messages, response_metadata: { messages } } : {});
}

type Said = { readonly texts: readonly string[]; readonly blocks: unknown; readonly linked?: boolean };

/** Slack takes it all the same; a test should not. */
export function noteTexts(
  world: World,
  place: { in: string; channel?: string },
  { texts, blocks, linked }: Said,
): void {
  const { in: where, channel } = place;
  const whom = [...texts.flatMap((said) => pagesInText(said, linked ?? false)), ...pagesInRichText(blocks)];
  for (const each of whom) world.pages.push({ in: where, whom: each, ...(channel ? { channel } : {}) });
  for (const says of texts.flatMap(escapeFaults)) world.violations.push({ in: where, says: `Not escaped: ${says}` });
}

function charactersIn(blocks: unknown): number {
  return [...objectsIn(blocks)].reduce((sum, { object }) => sum + text(object['text']).length, 0);
}
