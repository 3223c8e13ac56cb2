/** An explicit act, with a fixed statement, bound to the hash of the answers the signer was shown. */
import type { Refusal } from '../../event.ts';
import { answerSetHash, eligibleApprovers, signOffStatement } from '../../review/sign-off.ts';
import type { Form, FormRef, FormValues } from '../form.ts';
import { notYetSigned } from '../head.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, misfit, type Sent, showing, tickIn } from '../sent.ts';

type SignOffRef = Extract<FormRef, { form: 'sign off' }>;

export function signOffForm(ref: SignOffRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const { review } = rs;
  if (!eligibleApprovers(review).includes(scene.viewer)) {
    return { refused: 'not yours', sentence: 'An approver who answered and judged nothing signs this review.' };
  }
  if (review.status !== 'closed') {
    return {
      refused: 'not possible',
      sentence: review.closed ? `It is ${review.status} already.` : notYetSigned,
    };
  }
  const answerSet = answerSetHash(review);
  if (ref.answerSet && ref.answerSet !== answerSet) {
    return {
      refused: 'stale',
      sentence: 'Something was judged since you opened this. Read the report as it stands now, then sign.',
    };
  }
  return {
    ref: { ...ref, answerSet },
    title: 'Sign off',
    lines: [signOffStatement(review), `Hash of the answers: ${answerSet}`],
    fields: [{ id: 'agree', label: 'I sign this statement', input: 'tick' }],
    submit: 'Sign off',
  };
}

export function signOffSent(ref: SignOffRef, values: FormValues, { rs }: { rs: ReviewScene }): Sent {
  if (!tickIn(values, 'agree')) return misfit('agree', 'Tick this to sign.');
  const { review } = ref;
  const answerSet = ref.answerSet ?? answerSetHash(rs.review);
  return showing(asks({ does: 'sign off', review, answerSet }), { show: 'sign-off', review });
}
