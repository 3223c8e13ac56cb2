/** A section before its owner in Teams, and what can be seen and recorded of it. */
import type { ReviewId } from '../../../src/domain/event.ts';
import { currentAnswer } from '../../../src/domain/review/review.ts';
import { type How, placeIn } from './places.ts';
import type { TeamsHouse } from './teams-house.ts';

export async function sectionShown(house: TeamsHouse, review: ReviewId, how: How = { by: 'message' }) {
  const place = placeIn(house, how);
  await place.show('platform', { show: 'section', review, section: 'access-control', page: 1 });
  return {
    place,
    says: () => place.says('platform'),
    fields: () => place.fields('platform'),
    async answerTo(prompt = '') {
      const item = (await house.review(review)).items.get(prompt);
      return item && currentAnswer(item)?.answer;
    },
  };
}
