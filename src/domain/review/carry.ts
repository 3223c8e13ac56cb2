/** Whether "as last time" may be offered: never for what is critical or fell short, and only so many times running. */
import type { Prompt } from '../checklist/prompt.ts';
import { severityOf } from '../checklist/severity.ts';
import type { Instant } from '../time/instant.ts';
import type { LastAnswer } from './events.ts';
import type { Item, Review } from './review.ts';

type Weighing = Pick<Review, 'policy' | 'standards'>;

export function mayCarry(item: Item, prompt: Pick<Prompt, 'severity' | 'severityIf'>, review: Weighing): boolean {
  const { last } = item;
  return (
    last !== undefined &&
    mayBeCarried(prompt, review) &&
    last.outcome !== 'falls short' &&
    last.carried < review.policy.carryAtMost &&
    last.answer.status === 'answered'
  );
}

export function mayBeCarried(prompt: Pick<Prompt, 'severity' | 'severityIf'>, { standards }: Weighing): boolean {
  return severityOf(prompt, standards) !== 'critical';
}

/** When somebody last thought it through, however often it was carried since. */
export function givenAt({ at, givenAt: first }: Pick<LastAnswer, 'at' | 'givenAt'>): Instant {
  return first ?? at;
}
