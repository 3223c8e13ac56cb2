/** For somebody whom a review does not concern: it says so plainly, and what they can do. */
import { show } from '../action.ts';
import type { Card } from '../card.ts';
import type { ReviewScene, Scene } from '../scene.ts';

export function noPartCard(scene: Scene, { review }: ReviewScene): Card {
  const lead = scene.people.get(review.lead)?.name ?? 'the review lead';
  const sentence = `You have no part in this review. ${lead} leads it and can tell you more.`;
  return {
    title: review.title,
    lines: [[{ text: sentence }]],
    rows: [],
    actions: [show('What waits for me', { show: 'mine' })],
    summary: sentence,
  };
}

export function unknownReviewCard(): Card {
  const sentence = 'Muster does not know this review. It may belong to another installation.';
  return {
    title: 'Not found',
    lines: [[{ text: sentence }]],
    rows: [],
    actions: [show('What waits for me', { show: 'mine' })],
    summary: sentence,
  };
}
