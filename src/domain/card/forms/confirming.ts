/** Who answers or judges may not sign, so the last approver who may is asked whether they mean it. */
import { isLastApprover } from '../../review/sign-off.ts';
import type { Field, FormValues } from '../form.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { misfit, type Sent, tickIn } from '../sent.ts';

export function confirming(scene: Scene, { review }: ReviewScene): readonly Field[] {
  if (!isLastApprover(review, scene.viewer)) return [];
  const hint = 'You are the last who may sign this review off. Whoever answers or judges in it may not sign.';
  return [{ id: 'confirmed', label: 'Do it all the same', hint, input: 'tick' }];
}

/** Spread into an intent; a refusal when the tick is still missing. */
export function confirmedIn(values: FormValues, scene: Scene, { review }: ReviewScene): { confirmed?: true } | Sent {
  if (!isLastApprover(review, scene.viewer)) return {};
  if (tickIn(values, 'confirmed')) return { confirmed: true };
  return misfit('confirmed', 'Tick this to go on; nobody will be able to sign then.');
}

export function isUnconfirmed(confirmed: { confirmed?: true } | Sent): confirmed is Sent {
  return 'intents' in confirmed;
}
