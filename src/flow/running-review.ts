/** The review of a program that is still open, if there is one: while it is, no other opens. */
import { lastReview, type Program } from '../domain/program/program.ts';
import { isOpen, type Review } from '../domain/review/review.ts';
import type { Ports } from './ports.ts';

export async function runningReview({ store }: Pick<Ports, 'store'>, program: Program): Promise<Review | undefined> {
  const id = lastReview(program);
  const current = id && (await store.current({ kind: 'review', id }));
  return current && isOpen(current.state) ? current.state : undefined;
}
