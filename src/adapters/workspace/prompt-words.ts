/** A prompt in a few words, for lists that speak about it without asking it. */
import type { Checklist } from '../../domain/checklist/checklist.ts';
import type { PromptId } from '../../domain/checklist/prompt.ts';
import { count } from './counted.ts';

const most = 90;

export function promptWords(checklist: Checklist | undefined, id: PromptId): string {
  const text = checklist?.prompts.find((prompt) => prompt.id === id)?.text;
  return text === undefined ? id : shortened(withoutMarks(text));
}

/** `“Is multi-factor …”`, or `3 prompts`. */
export function promptsInWords(ids: readonly PromptId[], name: (id: PromptId) => string): string {
  const [only] = ids;
  return ids.length === 1 && only !== undefined ? `“${name(only)}”` : count(ids.length, 'prompt');
}

// The verbatim text carries the source's links and footnote marks.
function withoutMarks(text: string): string {
  return text
    .replaceAll(/\[\^[^\]]*\]/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function shortened(text: string): string {
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf(' ', most - 1))} …`;
}
