/** The opening for who owns no prompt but leads, approves, judges or is accountable: what will be theirs, and when. */

import { sectionTitle } from '../../checklist/section-path.ts';
import type { Review } from '../../review/review.ts';
import { eligibleApprovers } from '../../review/sign-off.ts';
import { show } from '../action.ts';
import type { Card } from '../card.ts';
import { dueSentence, head } from '../head.ts';
import { listed } from '../part.ts';
import type { ReviewScene, Scene } from '../scene.ts';

export function overseerCard(scene: Scene, rs: ReviewScene): Card {
  const sentence = `${roles(scene, rs)} No prompt is yours to answer. ${dueSentence(scene, rs)}`;
  return {
    ...head(scene, rs, sentence),
    rows: [],
    actions: [
      show('State', { show: 'status', review: rs.review.id }, { style: 'primary' }),
      show('Why me?', { show: 'why', review: rs.review.id }),
    ],
    summary: `${rs.review.title}: ${sentence}`,
  };
}

/** `You lead this review and sign it off.` */
export function roles(scene: Scene, { review, checklist }: ReviewScene): string {
  const sections = Object.entries(review.accountable).flatMap(([section, person]) =>
    person === scene.viewer ? [sectionTitle(checklist, section)] : [],
  );
  const some = sections.length > 3 ? [...sections.slice(0, 2), `${sections.length - 2} more sections`] : sections;
  const parts = [
    review.lead === scene.viewer ? 'lead this review' : undefined,
    review.approvers.includes(scene.viewer) ? approves(scene, review) : undefined,
    sections.length > 0 ? `are accountable for ${listed(some)}` : undefined,
    [...review.items.values()].some(({ judge }) => judge === scene.viewer) ? 'judge some of its answers' : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? `You ${listed(parts)}.` : 'You took part in this review earlier.';
}

function approves({ viewer }: Scene, review: Review): string {
  if (!review.closed) return 'may sign it off when it has closed';
  return review.status === 'closed' && eligibleApprovers(review).includes(viewer)
    ? 'may sign it off'
    : 'are one of its approvers';
}
