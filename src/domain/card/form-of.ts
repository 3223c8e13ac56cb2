/** formOf(ref, scene) → form, filled with what is known; or why it cannot be opened. */
import type { Refusal } from '../event.ts';
import type { Form, FormRef } from './form.ts';
import { answerForm } from './forms/answer.ts';
import { closeForm } from './forms/close.ts';
import { detailForm } from './forms/detail.ts';
import { handOverForm } from './forms/hand-over.ts';
import { judgeForm } from './forms/judge.ts';
import { noAnswerForm } from './forms/no-answer.ts';
import { noteChangeForm } from './forms/note-change.ts';
import { openForm } from './forms/open.ts';
import { redactForm } from './forms/redact.ts';
import { sameAsForm } from './forms/same-as.ts';
import { sectionForm } from './forms/section.ts';
import { signOffForm } from './forms/sign-off.ts';
import { snoozeForm } from './forms/snooze.ts';
import { hasPart } from './part.ts';
import type { ReviewScene, Scene } from './scene.ts';

export function formOf(ref: FormRef, scene: Scene): Form | Refusal {
  if (ref.form === 'open') return openForm(ref, scene);
  const rs = scene.reviews.get(ref.review);
  if (!rs) return { refused: 'unknown', sentence: 'Muster does not know this review.' };
  if (!hasPart(rs.review, scene.viewer)) return { refused: 'not yours', sentence: 'You have no part in this review.' };
  return ofReview(ref, scene, rs);
}

function ofReview(ref: Exclude<FormRef, { form: 'open' }>, scene: Scene, rs: ReviewScene): Form | Refusal {
  switch (ref.form) {
    case 'answer':
      return answerForm(ref, scene, rs);
    case 'detail':
      return detailForm(ref, scene, rs);
    case 'no answer':
      return noAnswerForm(ref, scene, rs);
    case 'same as':
      return sameAsForm(ref, scene, rs);
    case 'section':
      return sectionForm(ref, scene, rs);
    case 'hand over':
    case 'reassign':
      return handOverForm(ref, scene, rs);
    case 'snooze':
      return snoozeForm(ref, scene, rs);
    case 'judge':
      return judgeForm(ref, scene, rs);
    case 'close':
      return closeForm(ref, scene, rs);
    case 'sign off':
      return signOffForm(ref, scene, rs);
    case 'note change':
      return noteChangeForm(ref, scene, rs);
    case 'redact':
      return redactForm(ref, scene, rs);
    default:
      return ref satisfies never;
  }
}
