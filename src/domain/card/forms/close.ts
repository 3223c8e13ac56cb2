/** The lead closes a review before its deadline, seeing what that leaves out. */
import type { Refusal } from '../../event.ts';
import { overFor } from '../../review/decide/refusals.ts';
import { eligibleApprovers } from '../../review/sign-off.ts';
import { summarise } from '../../review/summary.ts';
import type { Form, FormRef } from '../form.ts';
import { listed } from '../part.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, type Sent, showing } from '../sent.ts';
import { count } from '../times.ts';

type CloseRef = Extract<FormRef, { form: 'close' }>;

export function closeForm(ref: CloseRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const over = overFor(rs.review);
  if (over) return over;
  if (rs.review.lead !== scene.viewer) {
    const lead = scene.people.get(rs.review.lead)?.name ?? 'The review lead';
    return { refused: 'not yours', sentence: `${lead} leads this review and closes it.` };
  }
  const { answered, asked, unanswered, toBeJudged } = summarise(rs.review, rs.checklist);
  const signers = eligibleApprovers(rs.review).map((id) => scene.people.get(id)?.name ?? 'a former member');
  return {
    ref,
    title: 'Close the review',
    lines: [
      `${answered} of ${asked} are answered.`,
      ...(unanswered > 0 ? [`${count(unanswered, 'prompt')} will stand as not answered, in plain sight.`] : []),
      ...(toBeJudged > 0 ? [`${count(toBeJudged, 'answer')} can still be judged after closing.`] : []),
      `Nothing can be answered afterwards. ${signers.length > 0 ? `${listed(signers)} may then sign it off.` : 'Nobody is left who may sign it off.'}`,
    ],
    fields: [],
    submit: 'Close it',
  };
}

export function closeSent(ref: CloseRef): Sent {
  const { review } = ref;
  return showing(asks({ does: 'close', review }), { show: 'report', review });
}
