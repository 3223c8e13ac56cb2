/** Holds what the bot sends against everything Teams asks, and remembers what broke a rule. */
import { type Fields, fields, list, text } from '../../slack/json.ts';
import { type Reply, refusal, refusals, refused } from '../answer.ts';
import { activity as schema } from '../schema/activity.ts';
import type { World } from '../world.ts';
import { bytesOf, cardFaults, mostBytes } from './card-faults.ts';
import { issues } from './issues.ts';
import { comeAlive, functionsIn, inCards, inTexts, markdownIn, pagesIn } from './live-markdown.ts';

export type Content = {
  readonly text: string;
  readonly summary?: string;
  readonly card?: Fields;
};

/** A refusal, or what a person will see. */
export function contentOf(world: World, where: string, activity: Fields): Content | Reply {
  const card = list(activity['attachments']).map((each) => fields(fields(each)['content']))[0];
  const wrong = [...issues(schema.safeParse(activity)), ...(card ? cardFaults(card) : [])];
  for (const says of wrong) world.violations.push({ in: where, says });
  if (card && bytesOf(card) > mostBytes) {
    world.violations.push({ in: where, says: `a card of ${bytesOf(card)} bytes` });
    return refused(refusals.tooBig);
  }
  if (wrong.length) return refusal(400, 'BadArgument', wrong.join('; '));
  noteWords(world, where, activity);
  const summary = text(activity['summary']);
  if (card && !summary && where !== 'update')
    world.violations.push({ in: where, says: 'no summary: the notification would say nothing' });
  return { text: text(activity['text']), ...(summary ? { summary } : {}), ...(card ? { card } : {}) };
}

export function isReply(content: Content | Reply): content is Reply {
  return 'status' in content;
}

/** A card on its own, as it comes in the answer to a press. */
export function noteCard(world: World, where: string, card: Fields): void {
  for (const says of cardFaults(card)) world.violations.push({ in: where, says });
  if (bytesOf(card) > mostBytes) world.violations.push({ in: where, says: `a card of ${bytesOf(card)} bytes` });
  noteTexts(world, { in: where, kinds: inCards }, markdownIn(card));
  noteFunctions(world, where, card);
}

/** Teams takes it all the same; a test should not. */
function noteWords(world: World, where: string, activity: Fields): void {
  for (const entity of list(activity['entities']).map(fields))
    if (entity['type'] === 'mention')
      world.pages.push({ in: where, whom: text(fields(entity['mentioned'])['name']) || text(entity['text']) });
  const cards = list(activity['attachments']).flatMap((each) => [...markdownIn(fields(fields(each)['content']))]);
  noteTexts(world, { in: where, kinds: inCards }, cards);
  // A text is markdown unless it says that it is not.
  const said = activity['textFormat'] === 'plain' ? [] : [text(activity['text'])];
  noteTexts(world, { in: where, kinds: inTexts }, said);
  noteFunctions(world, where, activity);
}

function noteFunctions(world: World, where: string, shown: Fields): void {
  for (const found of functionsIn(shown)) world.violations.push({ in: where, says: `Teams works this out: ${found}` });
}

type Place = { readonly in: string; readonly kinds: ReadonlySet<string> };

function noteTexts(world: World, { in: where, kinds }: Place, texts: Iterable<string>): void {
  for (const shown of texts) {
    for (const whom of pagesIn(shown)) world.pages.push({ in: where, whom });
    for (const mark of comeAlive(shown, world.written, kinds))
      world.violations.push({ in: where, says: `A person's marks came alive: ${mark} in “${shown.slice(0, 80)}”` });
  }
}
