/** What changes in the message it was pressed in, on every platform. */
import type { View } from './view.ts';

/** What one leafs through while answering; everything else is a reply to be kept. */
const leafed: ReadonlySet<View['show']> = new Set(['opening', 'section', 'carry', 'prompt', 'judge']);

export function isLeafed(view: View): boolean {
  return leafed.has(view.show);
}

/** Whether the message that shows `there` shows `next` from now on. */
export function changesInPlace(there: View, next: View): boolean {
  return there.show === next.show || (isLeafed(there) && isLeafed(next));
}
