/** Who answers: an owner hands over what is theirs, the lead reassigns anything. */
import type { ReviewIntent } from '../../card/intent.ts';
import type { Decision, PersonId, Refusal } from '../../event.ts';
import { nameOf } from '../../people.ts';
import type { Acting } from '../command.ts';
import type { ReviewEvent } from '../events.ts';
import type { Item, Review } from '../review.ts';
import { overFor, unknownPrompt } from './refusals.ts';

type HandOver = Extract<ReviewIntent, { does: 'hand over' }>;
type Reassign = Extract<ReviewIntent, { does: 'reassign' }>;

export function handOver(review: Review, command: HandOver, act: Acting): Decision<ReviewEvent> {
  const refusal = overFor(review) ?? wrongReceiver(review, command.to, act);
  if (refusal) return refusal;
  const items = itemsOf(review, command.prompts);
  if (!items) return unknownPrompt(review);
  const foreign = items.find((item) => !mayHandOver(review, item, act.by));
  if (foreign) {
    const owner = nameOf(act.people, foreign.owner);
    const accountable = nameOf(act.people, review.accountable[foreign.section] ?? review.lead);
    const who = accountable === owner ? owner : `${owner} or ${accountable}`;
    return {
      refused: 'not yours',
      sentence: `${who} can hand this over, or ${nameOf(act.people, review.lead)} reassigns it.`,
    };
  }
  return moved(items, command, 'handed over', false);
}

export function reassign(review: Review, command: Reassign, act: Acting): Decision<ReviewEvent> {
  if (act.by !== review.lead) {
    return {
      refused: 'not yours',
      sentence: `${nameOf(act.people, review.lead)} leads this review and reassigns its prompts.`,
    };
  }
  const refusal = overFor(review) ?? wrongReceiver(review, command.to, act);
  if (refusal) return refusal;
  const items = itemsOf(review, command.prompts);
  return items ? moved(items, command, 'reassigned', command.lasting) : unknownPrompt(review);
}

export function mayHandOver(review: Review, item: Item, person: PersonId): boolean {
  return person === item.owner || person === review.accountable[item.section];
}

function wrongReceiver(review: Review, to: PersonId, act: Acting): Refusal | undefined {
  if (!act.people.has(to) || !review.members.includes(to)) {
    return { refused: 'unknown', sentence: 'Muster does not know that person. Choose somebody of this program.' };
  }
  if (!review.approvers.includes(to)) return undefined;
  const sentence = `${nameOf(act.people, to)} signs this review off, so they cannot own its prompts. Choose somebody else.`;
  return { refused: 'not possible', sentence, fields: [{ field: 'to', sentence }] };
}

function itemsOf(review: Review, prompts: readonly string[]): readonly Item[] | undefined {
  const items = prompts.map((id) => review.items.get(id));
  return items.every((item) => item !== undefined) ? items : undefined;
}

/** One event per owner they come from; what the receiver owns already stays as it is. */
function moved(
  items: readonly Item[],
  { to, reason }: Pick<Reassign, 'to' | 'reason'>,
  how: 'handed over' | 'reassigned',
  lasting: boolean,
): Decision<ReviewEvent> {
  const owners = [...new Set(items.map((item) => item.owner))].filter((owner) => owner !== to || lasting);
  if (owners.length === 0) return { refused: 'not possible', sentence: 'They own this already.' };
  const events = owners.map((from): ReviewEvent => {
    const prompts = items.filter((item) => item.owner === from).map((item) => item.prompt);
    return { type: 'PromptsHandedOver', prompts, from, to, how, lasting, ...(reason && { reason }) };
  });
  return { events };
}
