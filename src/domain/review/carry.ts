/** Whether "as last time" may be offered: never for what is critical or fell short, and only so many times running. */
import type { Prompt } from '../checklist/prompt.ts';
import type { Policy } from './policy.ts';
import type { Item } from './review.ts';

export function mayCarry(item: Item, prompt: Pick<Prompt, 'severity'>, policy: Pick<Policy, 'carryAtMost'>): boolean {
  const { last } = item;
  return (
    last !== undefined &&
    prompt.severity !== 'critical' &&
    last.outcome !== 'falls short' &&
    last.carried < policy.carryAtMost &&
    last.answer.status === 'answered'
  );
}
