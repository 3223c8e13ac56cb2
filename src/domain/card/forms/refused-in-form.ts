/** What to say above a form that was not taken, or not all of it: it stands there again, with what was entered. */
import { promptOf } from '../../checklist/checklist.ts';
import type { Refusal } from '../../event.ts';
import { currentAnswer } from '../../review/review.ts';
import { answerInShort } from '../answer-in-words.ts';
import type { FormRef } from '../form.ts';
import { listed, you } from '../part.ts';
import { capital } from '../prompt-row.ts';
import { promptTitle } from '../prompt-text.ts';
import type { ReviewScene, Scene } from '../scene.ts';

export type Tried = {
  /** How many of its prompts are recorded, and how many are not. */
  readonly saved: number;
  readonly left: number;
  /** Why, of those that are not for what was entered alone; with their prompts, where somebody answered them meanwhile. */
  readonly why?: Refusal;
  readonly stale: readonly string[];
};

/** `scene` is how things stand now, after the refusal. */
export function refusedInForm(ref: FormRef, { saved, left, why, stale }: Tried, scene: Scene): string {
  const partly = saved > 0 ? [`${saved} saved; ${left} ${left === 1 ? 'needs' : 'need'} another look.`] : [];
  const because = why && (staleSentence(ref, stale, scene) ?? why.sentence);
  if (because !== undefined) return [...partly, because].join(' ');
  return partly[0] ?? 'Some of it needs another look.';
}

function staleSentence(ref: FormRef, stale: readonly string[], scene: Scene): string | undefined {
  const rs = 'review' in ref ? scene.reviews.get(ref.review) : undefined;
  const [first] = stale;
  if (!rs || first === undefined) return undefined;
  if (ref.form === 'section') return ofSection(stale, scene, rs, ref.onCard ? 'on its card' : 'in its form');
  const who = capital(answerer(first, scene, rs));
  switch (ref.form) {
    case 'answer':
    case 'no answer':
      return `${who} answered this meanwhile; that answer stands under “Now”. What you entered is below, and replaces it when you save.`;
    case 'same as':
      return `${who} answered this meanwhile; that answer stands under “Now”. The one you chose replaces it when you save.`;
    case 'detail':
      return `${who} answered this meanwhile; that answer stands under “Now”. What you entered is below, and is added to it when you save.`;
    case 'judge':
      return `${who} changed the answer meanwhile; it stands here as it is now. What you entered is below, and is now a judgement of the newer answer.`;
    default:
      return undefined;
  }
}

/** In the form the fields hold what was entered, so what is recorded is said here; on the card it stands at each prompt. */
function ofSection(
  stale: readonly string[],
  scene: Scene,
  rs: ReviewScene,
  shown: 'in its form' | 'on its card',
): string {
  const byWhom = new Map<string, readonly string[]>();
  for (const id of stale) {
    const who = answerer(id, scene, rs);
    const now = shown === 'in its form' ? recorded(id, rs) : '';
    byWhom.set(who, [...(byWhom.get(who) ?? []), `${placeIn(id, rs)}${now}`]);
  }
  const said = capital(listed([...byWhom].map(([who, places]) => `${who} answered ${listed(places)}`)));
  const [it, are] = stale.length === 1 ? ['that answer', 'is'] : ['those answers', 'are'];
  return shown === 'in its form'
    ? `${said} meanwhile. What you entered is below, and replaces ${it} when you save.`
    : `${said} meanwhile, and ${it} ${are} shown now; change what is not right.`;
}

function placeIn(id: string, { checklist }: ReviewScene): string {
  const prompt = promptOf(checklist, id);
  return prompt.number ?? `“${promptTitle(prompt, 60)}”`;
}

function recorded(id: string, { checklist, review }: ReviewScene): string {
  const item = review.items.get(id);
  const given = item && currentAnswer(item);
  return given ? ` (${answerInShort(given.answer, promptOf(checklist, id))})` : '';
}

function answerer(id: string, scene: Scene, { review }: ReviewScene): string {
  const item = review.items.get(id);
  const given = item && currentAnswer(item);
  return given ? you(scene, given.by) : 'somebody';
}
