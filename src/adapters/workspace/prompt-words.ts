/** A prompt in a few words, for lists that speak about it without asking it. */
import { promptTitle } from '../../domain/card/prompt-text.ts';
import type { Checklist } from '../../domain/checklist/checklist.ts';
import type { PromptId } from '../../domain/checklist/prompt.ts';
import { count } from './counted.ts';

const most = 90;

export function promptWords(checklist: Checklist | undefined, id: PromptId): string {
  const prompt = checklist?.prompts.find((one) => one.id === id);
  return prompt ? promptTitle(prompt, most) : id;
}

/** `“Is multi-factor …”`, or `3 prompts`. */
export function promptsInWords(ids: readonly PromptId[], name: (id: PromptId) => string): string {
  const [only] = ids;
  return ids.length === 1 && only !== undefined ? `“${name(only)}”` : count(ids.length, 'prompt');
}
