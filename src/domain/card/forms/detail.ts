/** What a plain "yes" still owes. */
import { detailsOwed } from '../../checklist/detail-owed.ts';
import { isRefusal, type Refusal } from '../../event.ts';
import { currentAnswer } from '../../review/review.ts';
import { written } from '../../words.ts';
import type { Form, FormRef, FormValues } from '../form.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, lineIn, misfit, type Sent } from '../sent.ts';
import { promptLines, revisionOf, toAnswer } from './answering.ts';
import { confirmedIn, confirming, isUnconfirmed } from './confirming.ts';
import { mostEntered } from './response-fields.ts';

type DetailRef = Extract<FormRef, { form: 'detail' }>;

export function detailForm(ref: DetailRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const about = toAnswer(scene, rs, ref.prompt);
  if (isRefusal(about)) return about;
  const { prompt, item } = about;
  const given = currentAnswer(item);
  if (!given) return { refused: 'not possible', sentence: 'There is no answer yet to add this to. Answer first.' };
  const [owed] = detailsOwed(prompt, given.answer);
  return {
    ref: { ...ref, revision: revisionOf(item) },
    title: 'Add detail',
    lines: promptLines(about),
    fields: [
      { id: 'detail', label: 'Detail', ...(owed && { hint: owed.ask }), input: 'paragraph', most: mostEntered },
      ...confirming(scene, rs),
    ],
    submit: 'Save',
  };
}

export function detailSent(ref: DetailRef, values: FormValues, { scene, rs }: { scene: Scene; rs: ReviewScene }): Sent {
  const text = lineIn(values, 'detail');
  if (text === '') return misfit('detail', 'Write the detail, or leave this for later.');
  if (text.length > mostEntered)
    return misfit('detail', `This is longer than ${mostEntered} characters. Shorten it, or link to a page.`);
  const confirmed = confirmedIn(values, scene, rs);
  if (isUnconfirmed(confirmed)) return confirmed;
  const { review, prompt, revision } = ref;
  return asks({ does: 'give detail', review, prompt, revision, detail: written(text), ...confirmed });
}
