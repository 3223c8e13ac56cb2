/** Which reviews a message shows something of, so that it is redrawn when one of them changes. */
import type { View } from '../../domain/card/view.ts';
import type { ReviewId } from '../../domain/event.ts';

export function reviewOfView(view: View): readonly ReviewId[] {
  if (view.show === 'notice') return [...new Set(view.duties.map(({ review }) => review))];
  return 'review' in view ? [view.review] : [];
}
