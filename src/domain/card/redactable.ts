/** Which words of a prompt's answers can be taken out of the record: those that are sealed and still readable. */
import type { Item, Review } from '../review/review.ts';
import type { Words } from '../words.ts';
import type { Option } from './form.ts';
import { shortened } from './shortened.ts';

/** Every sealed text about this prompt in this review that still can be read: its answers, newest first, and hand-overs. */
export function redactable(item: Item, { handovers }: Pick<Review, 'handovers'>): readonly Option[] {
  const found = new Map<string, string>();
  for (const { answer } of item.answers.toReversed()) collect(answer, found);
  for (const { prompts, reason } of handovers) if (prompts.includes(item.prompt)) collect(reason, found);
  return [...found].map(([id, text]) => ({ id, label: shortened(text, 70) }));
}

function collect(value: unknown, found: Map<string, string>): void {
  if (value === null || typeof value !== 'object') return;
  if (isSealed(value)) found.set(value.seal, value.text);
  else for (const entry of Object.values(value)) collect(entry, found);
}

function isSealed(value: object): value is Required<Words> & { text: string } {
  return 'seal' in value && typeof value.seal === 'string' && 'text' in value && typeof value.text === 'string';
}
