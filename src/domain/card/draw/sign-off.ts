/** The fixed statement, what it is bound to, and who may sign it. */
import { answerSetHash, eligibleApprovers, signOffStatement } from '../../review/sign-off.ts';
import { summarise } from '../../review/summary.ts';
import { open, show } from '../action.ts';
import type { Action, Card, Row } from '../card.ts';
import { dueSentence, endSentence, head, notYetSigned } from '../head.ts';
import { listed } from '../part.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { outcomeRows, progressOf } from './tally-rows.ts';

export function signOffCard(scene: Scene, rs: ReviewScene): Card {
  const { review } = rs;
  const over = review.status === 'signed off' || review.status === 'lapsed';
  const sentence = over ? endSentence(scene, rs) : `${who(scene, rs)} ${dueSentence(scene, rs)}`;
  const summary = summarise(review, rs.checklist);
  return {
    ...head(scene, rs, sentence),
    ...(review.closed && { progress: progressOf(summary) }),
    rows: review.closed ? [...outcomeRows(summary), ...statement(rs)] : [],
    actions: actions(scene, rs),
    summary: `${review.title}: ${sentence}`,
  };
}

function statement({ review }: ReviewScene): readonly Row[] {
  const signed = review.status === 'signed off' ? review.signOff : undefined;
  const { head: closing } = review.closed ?? {};
  return [
    { row: 'heading', text: 'Statement' },
    { row: 'text', text: [{ text: signed?.statement ?? signOffStatement(review) }] },
    { row: 'heading', text: 'Proof' },
    { row: 'fact', label: 'Hash of the answers', value: signed?.answerSet ?? answerSetHash(review) },
    ...(closing
      ? [
          { row: 'fact' as const, label: 'Events at closing', value: String(closing.version) },
          { row: 'fact' as const, label: 'Hash of the last', value: closing.hash },
        ]
      : []),
  ];
}

function who(scene: Scene, { review }: ReviewScene): string {
  const eligible = eligibleApprovers(review);
  const names = listed(
    eligible.map((id) => (id === scene.viewer ? 'you' : (scene.people.get(id)?.name ?? 'a former member'))),
  );
  if (!review.closed) return notYetSigned;
  if (eligible.includes(scene.viewer)) return 'Read the report, then sign the statement below.';
  const mine = review.approvers.includes(scene.viewer)
    ? 'You answered or judged something here, so another approver signs. '
    : '';
  return names
    ? `${mine}It waits for ${names}.`
    : `${mine}Nobody is left who may sign: every approver answered or judged something.`;
}

function actions(scene: Scene, rs: ReviewScene): readonly Action[] {
  const { review } = rs;
  const may = review.status === 'closed' && eligibleApprovers(review).includes(scene.viewer);
  const sign = { form: 'sign off', review: review.id, answerSet: may ? answerSetHash(review) : '' } as const;
  return [
    ...(may ? [open('Sign off', sign, { style: 'primary' })] : []),
    show('Report', { show: 'report', review: review.id }),
  ];
}
