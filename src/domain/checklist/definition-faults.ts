/** Every mark in a text has its definition, and the prompt that cites it shows it. */
import type { Checklist } from './checklist.ts';
import type { Fault } from './fault.ts';
import { marksIn } from './inline.ts';

export function definitionFaults(checklist: Pick<Checklist, 'definitions' | 'prompts'>): readonly Fault[] {
  const ids = new Set(checklist.definitions.map(({ id }) => id));
  const byMark = new Map(checklist.definitions.map(({ id, mark }) => [mark, id]));
  return checklist.prompts.flatMap((prompt, index) => [
    ...prompt.definitions.flatMap((id, i) =>
      ids.has(id) ? [] : [{ path: ['prompts', index, 'definitions', i], sentence: `There is no definition "${id}".` }],
    ),
    ...marksIn(prompt.text).flatMap((mark) => {
      const id = byMark.get(mark);
      const path = ['prompts', index, id === undefined ? 'text' : 'definitions'];
      if (id === undefined) return [{ path, sentence: `The mark [^${mark}] has no definition.` }];
      return prompt.definitions.includes(id)
        ? []
        : [{ path, sentence: `The text cites [^${mark}], so list "${id}" under definitions.` }];
    }),
  ]);
}
