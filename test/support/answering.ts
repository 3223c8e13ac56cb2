/** Answers a story gives on everybody's behalf, so that it can go on to what follows. */
import type { Intent } from '../../src/domain/card/intent.ts';
import { promptOf } from '../../src/domain/checklist/checklist.ts';
import type { Answer } from '../../src/domain/checklist/response.ts';
import { isRefusal, type Platform, type ReviewId } from '../../src/domain/event.ts';
import { openItems } from '../../src/domain/review/asked.ts';
import type { Item, Review } from '../../src/domain/review/review.ts';
import { written } from '../../src/domain/words.ts';
import type { Desk } from '../../src/flow/desk.ts';
import { checklist } from './a-review.ts';

export type Answered = {
  readonly platform: Exclude<Platform, 'workspace'>;
  readonly desk: Desk;
  review(id: ReviewId): Promise<Review>;
  who(key: string): string;
};

/** Whatever is open, as its owner, in as many rounds as follow-ups ask for. */
export async function answerAll(house: Answered, id: ReviewId, but: readonly string[] = []): Promise<void> {
  const unknown: Answer = { status: "don't know", reason: written('Nobody here knows yet'), evidence: [] };
  for (let round = 0; round < 3; round += 1) {
    const open = openItems(await house.review(id), checklist).filter(({ prompt }) => !but.includes(prompt));
    for (const item of open) await answer(house, id, item, unknown);
  }
}

/** Everything: yes where that is an answer, and not known elsewhere. */
export async function answerYes(house: Answered, id: ReviewId): Promise<void> {
  const yes: Answer = { status: 'answered', response: { kind: 'verdict', verdict: 'yes' }, evidence: [] };
  for (const item of openItems(await house.review(id), checklist)) {
    if (promptOf(checklist, item.prompt).answer.kind === 'verdict') await answer(house, id, item, yes);
  }
  await answerAll(house, id);
}

async function answer(house: Answered, review: ReviewId, { prompt, owner }: Item, given: Answer): Promise<void> {
  const intent: Intent = { does: 'answer', review, prompt, revision: 0, answer: given };
  const done = await house.desk.record(intent, { by: owner, source: { via: house.platform } });
  if (isRefusal(done)) throw new Error(done.sentence);
}

/** The prompts of somebody whose last answer they may carry. */
export async function offeringLastTime(house: Answered, review: ReviewId, key: string): Promise<readonly Item[]> {
  const open = openItems(await house.review(review), checklist, house.who(key));
  const cards = await Promise.all(
    open.map(({ prompt }) => house.desk.card({ show: 'prompt', review, prompt }, house.who(key))),
  );
  return open.filter((_, at) => JSON.stringify(cards[at]).includes('answer as last time'));
}
