/** intentsOf(ref, values, scene): what a sent form asks for. Whether it may be is `decide`'s to say, as for every act. */
import type { FormRef, FormValues } from './form.ts';
import { answerSent } from './forms/answer.ts';
import { closeSent } from './forms/close.ts';
import { detailSent } from './forms/detail.ts';
import { handOverSent } from './forms/hand-over.ts';
import { judgeSent } from './forms/judge.ts';
import { noAnswerSent } from './forms/no-answer.ts';
import { noteChangeSent } from './forms/note-change.ts';
import { openSent } from './forms/open.ts';
import { redactSent } from './forms/redact.ts';
import { sameAsSent } from './forms/same-as.ts';
import { sectionSent } from './forms/section.ts';
import { signOffSent } from './forms/sign-off.ts';
import { snoozeSent } from './forms/snooze.ts';
import type { ReviewScene, Scene } from './scene.ts';
import { misfit, type Sent } from './sent.ts';

export function intentsOf(ref: FormRef, values: FormValues, scene: Scene): Sent {
  if (ref.form === 'open') return openSent(ref);
  const rs = scene.reviews.get(ref.review);
  return rs ? ofReview(ref, values, { scene, rs }) : misfit('', 'Muster does not know this review.');
}

type About = { readonly scene: Scene; readonly rs: ReviewScene };

function ofReview(ref: Exclude<FormRef, { form: 'open' }>, values: FormValues, about: About): Sent {
  switch (ref.form) {
    case 'answer':
      return answerSent(ref, values, about);
    case 'detail':
      return detailSent(ref, values, about);
    case 'no answer':
      return noAnswerSent(ref, values, about);
    case 'same as':
      return sameAsSent(ref, values, about);
    case 'section':
      return sectionSent(ref, values, about);
    case 'hand over':
    case 'reassign':
      return handOverSent(ref, values, about);
    case 'snooze':
      return snoozeSent(ref, values, about);
    case 'judge':
      return judgeSent(ref, values, about);
    case 'close':
      return closeSent(ref);
    case 'sign off':
      return signOffSent(ref, values, about);
    case 'note change':
      return noteChangeSent(ref, values, about);
    case 'redact':
      return redactSent(ref, values, about);
    default:
      return ref satisfies never;
  }
}
