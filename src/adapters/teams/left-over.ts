/** What was entered for a prompt whose field is no more, and is not what is recorded: it stands at the prompt, so that nothing typed is lost. */
import type { PromptRow } from '../../domain/card/card.ts';
import type { Field, FormValues } from '../../domain/card/form.ts';
import type { Element } from './adaptive-card.ts';
import { typedIn } from './field-values.ts';
import { promptIn } from './render-fields.ts';
import { pieces } from './text.ts';

export type Standing = { readonly entered: FormValues; readonly fields: readonly Field[] };
export type LeftOver = { readonly words: readonly string[]; readonly chosen: boolean };

export function leftOver({ prompt, answer }: PromptRow, { entered, fields }: Standing): LeftOver {
  const standing = new Set(fields.map(({ id }) => id));
  const left = Object.entries(entered).filter(([id]) => promptIn({ id }) === prompt && !standing.has(id));
  return {
    words: typedIn(Object.fromEntries(left)).filter((text) => !says(answer, text.trim())),
    chosen: left.some(([id, value]) => Array.isArray(value) && value.length > 0 && !isUnit(id)),
  };
}

export function isAnything({ words, chosen }: LeftOver): boolean {
  return words.length > 0 || chosen;
}

export function leftOverElements(row: PromptRow, standing: Standing): readonly Element[] {
  const { words, chosen } = leftOver(row, standing);
  const said = words.flatMap((text) => pieces([{ text: 'Entered and not saved: ', strong: true }, { text }]));
  // Without its options nobody can say what it was.
  return chosen && !row.answer ? [...said, ...pieces([{ text: 'What was chosen here is not saved.' }])] : said;
}

/** A unit is chosen from the start, and says nothing by itself. */
function isUnit(id: string): boolean {
  return /[/.]unit$/.test(id);
}

/** Words are recorded in quotes, a number with what it counts. */
function says(answer: PromptRow['answer'], text: string): boolean {
  if (!answer) return false;
  const detail = answer.detail.map((spans) => spans.map((span) => span.text).join(''));
  const quotes = (words: string) => detail.some((said) => said.includes(`“${words}”`));
  return (
    `${answer.label} `.startsWith(`${text} `) || quotes(text) || text.split('\n').every((line) => quotes(line.trim()))
  );
}
