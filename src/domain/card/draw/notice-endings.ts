/** What reviewers, approvers and the lead hear when there is something to judge, to sign or to read. */

import type { DutyKind } from '../../review/duty.ts';
import { isOpen } from '../../review/review.ts';
import { eligibleApprovers } from '../../review/sign-off.ts';
import { summarise } from '../../review/summary.ts';
import { show } from '../action.ts';
import { endSentence } from '../head.ts';
import { toJudge } from '../part.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { count, day, distance } from '../times.ts';
import { tallyInWords } from './tally-rows.ts';
import type { Told } from './told.ts';

export function endings(scene: Scene, rs: ReviewScene, kind: DutyKind): Told {
  if (kind === 'request judgement') return judgement(scene, rs);
  if (kind === 'request sign-off') return signature(scene, rs);
  return summary(scene, rs);
}

function judgement(scene: Scene, rs: ReviewScene): Told {
  const waiting = toJudge(rs, scene.viewer).length;
  if (waiting === 0) {
    return { sentence: 'Nothing waits for your judgement any more.', rows: [], actions: [state(rs)] };
  }
  const sentence = `${count(waiting, 'answer')} ${waiting === 1 ? 'waits' : 'wait'} for your judgement.`;
  const judge = show('Judge', { show: 'judge', review: rs.review.id, page: 1 }, { style: 'primary' });
  return { sentence, rows: [], actions: [judge, state(rs)] };
}

function signature(scene: Scene, rs: ReviewScene): Told {
  const { closed, status } = rs.review;
  const may = status === 'closed' && eligibleApprovers(rs.review).includes(scene.viewer);
  const report = show('Report', { show: 'report', review: rs.review.id });
  if (!closed || !may)
    return { sentence: endSentence(scene, rs) || 'It waits for nobody’s signature now.', rows: [], actions: [report] };
  const sentence = `The review has closed and waits for your signature by ${day(closed.signBy, scene)}, ${distance(closed.signBy, scene)}.`;
  const sign = show('Read and sign', { show: 'sign-off', review: rs.review.id }, { style: 'primary' });
  return { sentence, rows: [], actions: [sign, report] };
}

function summary(scene: Scene, rs: ReviewScene): Told {
  const counts = tallyInWords(summarise(rs.review, rs.checklist));
  const sentence = isOpen(rs.review) ? `So far: ${counts}.` : `${counts}. ${endSentence(scene, rs)}`;
  return {
    sentence,
    rows: [],
    actions: [show('Report', { show: 'report', review: rs.review.id }, { style: 'primary' })],
  };
}

function state(rs: ReviewScene) {
  return show('State', { show: 'status', review: rs.review.id });
}
