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
  if (lineIn(values, 'detail') === '') return misfit('detail', 'Write the detail, or leave this for later.');
  return detailAt('detail', values, ref, { scene, rs });
}

type To = { readonly review: string; readonly prompt: string; readonly revision: number };

/** What was entered in that field, if anything. */
export function detailAt(
  field: string,
  values: FormValues,
  { review, prompt, revision }: To,
  { scene, rs }: { scene: Scene; rs: ReviewScene },
): Sent {
  const text = lineIn(values, field);
  if (text === '') return asks();
  if (text.length > mostEntered)
    return misfit(field, `This is longer than ${mostEntered} characters. Shorten it, or link to a page.`);
  const confirmed = confirmedIn(values, scene, rs);
  if (isUnconfirmed(confirmed)) return confirmed;
  return asks({ does: 'give detail', review, prompt, revision, detail: written(text), ...confirmed });
}
