/** A prompt as imported: its text is settled, everything else is a sensible default that waits for judgement. */
import type { AnswerKind } from '../../domain/checklist/answer-kind.ts';
import type { ChecklistPrompt } from '../../domain/checklist/checklist.ts';
import { marksIn } from '../../domain/checklist/inline.ts';
import { draftIds } from './draft-ids.ts';
import type { Item } from './markdown-outline.ts';

export const undecided = 'To be decided.';

type Given = Pick<ChecklistPrompt, 'id' | 'section' | 'form' | 'text'> & {
  readonly number?: string;
  readonly parent?: string;
  readonly options?: readonly Item[];
};

export function draftPrompt(given: Given, definitionOf: (mark: string) => string | undefined): ChecklistPrompt {
  const { options = [], ...rest } = given;
  const answer = options.length > 1 ? choicesOf(options) : guessedKind(given.text);
  const definitions = [...new Set(marksIn(given.text).flatMap((mark) => definitionOf(mark) ?? []))];
  return {
    ...rest,
    answer,
    outcome: { by: 'reviewer' },
    good: undecided,
    definitions,
    evidence: { need: 'welcome', accepted: undecided },
    owner: 'unassigned',
    severity: 'medium',
    frequency: 'annual',
    minutes: minutesFor[answer.kind],
    controls: [],
    related: [],
  };
}

const minutesFor: Record<AnswerKind['kind'], number> = {
  verdict: 1,
  text: 4,
  choices: 2,
  number: 2,
  duration: 1,
  list: 4,
  parts: 3,
};

const opensVerdict =
  /^(?:if (?:yes|no|so)[,:]? )?(?:do|does|did|is|are|was|were|has|have|can|could|will|would|should|must)\b/i;

function guessedKind(text: string): AnswerKind {
  if (/^how many\b/i.test(text)) return { kind: 'number', unit: 'items' };
  if (/\b(?:how long|how much time|retention period)\b/i.test(text)) return { kind: 'duration' };
  return opensVerdict.test(text) || /, (?:do|does|is|are|can|have|has) [^,]*\?$/i.test(text)
    ? { kind: 'verdict' }
    : { kind: 'text' };
}

function choicesOf(options: readonly Item[]): AnswerKind {
  const ids = draftIds();
  const listed = options.map(({ text }) => ({ id: ids.next(text), label: text }));
  const other = listed.find(({ label }) => /^other\b/i.test(label));
  return { kind: 'choices', options: listed, choose: 'many', ...(other ? { other: other.id } : {}) };
}
