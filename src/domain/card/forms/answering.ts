/** Whether a form about one prompt can be opened for this viewer, and the prompt it is about. */

import { type ChecklistPrompt, promptOf } from '../../checklist/checklist.ts';
import { plainText } from '../../checklist/inline.ts';
import type { Refusal } from '../../event.ts';
import { isTriggered } from '../../review/asked.ts';
import { givenAt } from '../../review/carry.ts';
import { mayAnswer } from '../../review/decide/answering.ts';
import { overFor, unknownPrompt } from '../../review/decide/refusals.ts';
import { currentAnswer, type Item } from '../../review/review.ts';
import { answerInShort } from '../answer-in-words.ts';
import { you } from '../part.ts';
import { placeOf, promptNotes } from '../prompt-text.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { age } from '../times.ts';

export type About = {
  readonly scene: Scene;
  readonly rs: ReviewScene;
  readonly item: Item;
  readonly prompt: ChecklistPrompt;
};

export function aboutPrompt(scene: Scene, rs: ReviewScene, id: string): About | Refusal {
  const item = rs.review.items.get(id);
  if (!item) return unknownPrompt(rs.review);
  return { scene, rs, item, prompt: promptOf(rs.checklist, id) };
}

/** As `decide` would refuse, but before anybody has filled in a form. */
export function toAnswer(scene: Scene, rs: ReviewScene, id: string): About | Refusal {
  const about = aboutPrompt(scene, rs, id);
  if ('refused' in about) return about;
  const over = overFor(rs.review);
  if (over) return over;
  const { item, prompt } = about;
  if (!mayAnswer(rs.review, item, scene.viewer)) {
    return { refused: 'not yours', sentence: `${you(scene, item.owner)} answers this, or whom they hand it to.` };
  }
  if (prompt.outcome.by === 'sub-questions' || !isTriggered(rs.review, rs.checklist, item)) {
    return { refused: 'not possible', sentence: 'This one is not asked now; it follows from another answer.' };
  }
  return about;
}

/** What stands above the fields: place, the question, how to read it, and what is recorded now. */
export function promptLines({ scene, rs, item, prompt }: About): readonly string[] {
  const given = currentAnswer(item);
  const recorded =
    given && `Now: ${answerInShort(given.answer, prompt)}, by ${you(scene, given.by)}, ${age(given.at, scene)}.`;
  const last =
    !given && item.last
      ? `Last time: ${answerInShort(item.last.answer, prompt)}, by ${you(scene, item.last.by)}, ${age(givenAt(item.last), scene)}.`
      : undefined;
  const behalf =
    item.owner === scene.viewer ? undefined : `You answer on behalf of ${you(scene, item.owner)}. The record says so.`;
  return [
    placeOf(prompt, rs.checklist),
    plainText(prompt.text),
    ...promptNotes(prompt, rs.checklist),
    ...[recorded, last, behalf].filter((line) => line !== undefined),
  ];
}

export function revisionOf(item: Item): number {
  return currentAnswer(item)?.revision ?? 0;
}
