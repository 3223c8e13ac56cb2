/** Copies the answer of a prompt that asks nearly the same, marked as such. */
import { isRefusal, type Refusal } from '../../event.ts';
import { currentAnswer } from '../../review/review.ts';
import { answerInShort } from '../answer-in-words.ts';
import type { Form, FormRef, FormValues } from '../form.ts';
import { placeOf } from '../prompt-text.ts';
import { sameAsChoices } from '../same-as.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, lineIn, misfit, type Sent } from '../sent.ts';
import { shortened } from '../shortened.ts';
import { promptLines, revisionOf, toAnswer } from './answering.ts';
import { confirmedIn, confirming, isUnconfirmed } from './confirming.ts';

// What Slack takes as one option. A place keeps its number at the end as long as the answer has room for some words.
const mostInOption = 75;
const mostOfPlace = 52;

type SameAsRef = Extract<FormRef, { form: 'same as' }>;

export function sameAsForm(ref: SameAsRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const about = toAnswer(scene, rs, ref.prompt);
  if (isRefusal(about)) return about;
  const options = sameAsChoices(about).map((other) => {
    const item = rs.review.items.get(other.id);
    const given = item && currentAnswer(item);
    const place = shortened(placeOf(other, rs.checklist), mostOfPlace);
    const room = mostInOption - place.length - 2;
    return { id: other.id, label: given ? `${place}: ${answerInShort(given.answer, other, room)}` : place };
  });
  if (options.length === 0) {
    return { refused: 'not possible', sentence: 'No prompt that asks nearly the same has an answer yet.' };
  }
  return {
    ref: { ...ref, revision: revisionOf(about.item) },
    title: 'Same as another',
    lines: promptLines(about),
    fields: [{ id: 'other', label: 'Same answer as', input: 'one', options }, ...confirming(scene, rs)],
    submit: 'Copy the answer',
  };
}

export function sameAsSent(ref: SameAsRef, values: FormValues, { scene, rs }: { scene: Scene; rs: ReviewScene }): Sent {
  const other = lineIn(values, 'other');
  if (!rs.review.items.has(other)) return misfit('other', 'Choose the prompt whose answer is the same.');
  const confirmed = confirmedIn(values, scene, rs);
  if (isUnconfirmed(confirmed)) return confirmed;
  const { review, prompt, revision } = ref;
  return asks({ does: 'answer same as', review, prompt, revision, other, ...confirmed });
}
