/** What anybody in a program's team channel may ask there, whoever they are: how its review stands. */
import { commandIn } from './read-command.ts';
import { reviewAmong } from './review-meant.ts';
import type { ReviewScene } from './scene.ts';
import type { View } from './view.ts';

export function asksForStatus(text: string): boolean {
  return commandIn(text).name === 'status';
}

/** `here` are the reviews whose channel it is; undefined where something else was asked, or of another review. */
export function statusInChannel(text: string, here: readonly ReviewScene[]): View | undefined {
  const { name, rest } = commandIn(text);
  if (name !== 'status' || here.length === 0) return undefined;
  const newestFirst = here.toSorted((a, b) => (a.review.openedAt < b.review.openedAt ? 1 : -1));
  const found = reviewAmong(rest, newestFirst, { fits: () => true, otherwise: 'there' });
  return 'review' in found ? { show: 'status', review: found.review } : undefined;
}
