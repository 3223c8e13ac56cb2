/** What a delivery shows: some duties have a view of their own, several together are one notice. */
import type { View } from '../domain/card/view.ts';
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
