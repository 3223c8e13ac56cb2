/** What a delivery shows: some duties have a view of their own, several together are one notice. */
import type { View } from '../domain/card/view.ts';
import type { ReviewId } from '../domain/event.ts';
import type { Duty } from '../domain/review/duty.ts';

export function viewOfDuties(duties: readonly [Duty, ...Duty[]]): View {
  const [{ kind, review }, ...more] = duties;
  if (more.length > 0) return { show: 'notice', duties: [...duties] };
  switch (kind) {
    case 'ask':
      return { show: 'opening', review };
    case 'post opening':
      return { show: 'channel', review };
    case 'summarise':
    case 'post closing':
      return { show: 'report', review };
    case 'post sign-off':
    case 'request sign-off':
      return { show: 'sign-off', review };
    case 'request judgement':
      return { show: 'judge', review, page: 1 };
    default:
      return { show: 'notice', duties: [...duties] };
  }
}

/** Which review's channel reads there how far it is, and nothing else. */
export function digestOf(view: View): ReviewId | undefined {
  if (view.show !== 'notice' || view.duties.some(({ kind }) => kind !== 'post digest')) return undefined;
  return view.duties[0]?.review;
}

/** Whether it is the channel's living message of that review, by itself or together with what fell due beside it. */
export function isLiving(view: View, review: ReviewId): boolean {
  if (view.show === 'channel') return view.review === review;
  return view.show === 'notice' && view.duties.some((duty) => duty.kind === 'post opening' && duty.review === review);
}
