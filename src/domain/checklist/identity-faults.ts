/** Ids and numbers name one thing each. */
import type { Checklist } from './checklist.ts';
import type { Fault } from './fault.ts';

export function identityFaults(checklist: Checklist): readonly Fault[] {
  const { sections, prompts, definitions, settings, superseded } = checklist;
  const retired = new Set(superseded.map(({ id }) => id));
  const numberless = prompts.map(({ section, number }) => (number ? `${section} ${number}` : undefined));
  return [
    ...repeats(
      sections.map(({ id }) => id),
      ['sections'],
      'id',
      (id) => `The section id "${id}" is used twice.`,
    ),
    ...repeats(
      definitions.map(({ id }) => id),
      ['definitions'],
      'id',
      (id) => `The definition "${id}" is given twice.`,
    ),
    ...repeats(
      definitions.map(({ mark }) => mark),
      ['definitions'],
      'mark',
      (mark) => `The mark [^${mark}] is defined twice.`,
    ),
    ...repeats(
      settings.map(({ id }) => id),
      ['settings'],
      'id',
      (id) => `The setting "${id}" is given twice.`,
    ),
    ...repeats(
      prompts.map(({ id }) => id),
      ['prompts'],
      'id',
      (id) => `The prompt id "${id}" is used twice.`,
    ),
    ...repeats(
      numberless,
      ['prompts'],
      'number',
      (number) => `The number "${number.split(' ')[1]}" is used twice in the section "${number.split(' ')[0]}".`,
    ),
    ...prompts.flatMap(({ id }, index) =>
      retired.has(id)
        ? [{ path: ['prompts', index, 'id'], sentence: `The id "${id}" is superseded and cannot be used again.` }]
        : [],
    ),
  ];
}

function repeats(
  values: readonly (string | undefined)[],
  path: readonly string[],
  field: string,
  say: (value: string) => string,
): readonly Fault[] {
  return values.flatMap((value, index) =>
    value !== undefined && values.indexOf(value) < index
      ? [{ path: [...path, index, field], sentence: say(value) }]
      : [],
  );
}
