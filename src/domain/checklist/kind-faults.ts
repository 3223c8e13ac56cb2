/** An answer kind is whole in itself: ids distinct, and "other" among the options. */
import type { AnswerKind, Part } from './answer-kind.ts';
import type { Fault } from './fault.ts';

export function kindFaults(kind: AnswerKind, path: readonly (string | number)[] = ['answer']): readonly Fault[] {
  if (kind.kind === 'choices') {
    const ids = kind.options.map(({ id }) => id);
    const lost = kind.other !== undefined && !ids.includes(kind.other);
    return [
      ...repeated(ids).map((index) => ({
        path: [...path, 'options', index],
        sentence: `The option "${ids[index]}" is given twice.`,
      })),
      ...(lost ? [{ path: [...path, 'other'], sentence: `"${kind.other}" is not one of the options.` }] : []),
    ];
  }
  if (kind.kind !== 'parts') return [];
  const ids = kind.parts.map(({ id }) => id);
  return [
    ...repeated(ids).map((index) => ({
      path: [...path, 'parts', index],
      sentence: `The part "${ids[index]}" is given twice.`,
    })),
    ...kind.parts.flatMap((part, index) => [
      ...kindFaults(part.answer, [...path, 'parts', index, 'answer']),
      ...neededFaults(part, kind.parts).map((sentence) => ({ path: [...path, 'parts', index, 'neededIf'], sentence })),
    ]),
  ];
}

function neededFaults(part: Part, parts: readonly Part[]): readonly string[] {
  if (!part.neededIf) return [];
  const condition = parts.find(({ id }) => id === part.neededIf?.part);
  if (!condition || condition === part) return [`There is no other part "${part.neededIf.part}".`];
  return condition.answer.kind === 'verdict'
    ? []
    : [`The part "${condition.id}" is not answered by yes, no or partly.`];
}

function repeated(ids: readonly string[]): readonly number[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []));
}
