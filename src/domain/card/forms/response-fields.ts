/** The fields a response is entered in, by the prompt's kind of answer. Ids are the response's own names. */
import type { AnswerKind, PartKind, Verdict } from '../../checklist/answer-kind.ts';
import { verdicts } from '../../checklist/answer-kind.ts';
import type { PartResponse, Response } from '../../checklist/response.ts';
import type { Words } from '../../words.ts';
import { verdictLabels } from '../answer-in-words.ts';
import { fromDuration, units } from '../duration-in-words.ts';
import type { Field } from '../form.ts';
import { frameworkName } from '../framework-name.ts';
import { listed } from '../part.ts';

/** What Slack takes in one field. */
export const mostEntered = 3_000;

export type Entering = {
  /** Before each field's id: empty, a part's `risk.`, or in a section's form the prompt's `logging.trail/`. */
  readonly prefix: string;
  readonly label: string;
  /** Before the labels of what goes with the response, where several prompts' fields stand in one form: `5. `. */
  readonly place?: string;
  readonly optional?: boolean;
  /** The prompt's own words stand above its fields, which need not say them again. */
  readonly beneath?: true;
  /** Of several prompts at once: each may be left empty, and then stays open. */
  readonly owed?: boolean;
  readonly verdict?: Verdict;
  /** The standards the program chose, for a list with an entry for each. */
  readonly standards: readonly string[];
};

type Given<K extends PartResponse['kind']> = Extract<PartResponse, { kind: K }> | undefined;

export function responseFields(kind: AnswerKind, given: Response | undefined, entering: Entering): readonly Field[] {
  if (kind.kind !== 'parts') return partFields(kind, given?.kind === 'parts' ? undefined : given, entering);
  const parts = given?.kind === 'parts' ? given.parts : {};
  return kind.parts.flatMap(({ id, label, answer, optional, neededIf }) =>
    partFields(answer, parts[id], {
      ...entering,
      prefix: `${entering.prefix}${id}.`,
      label: entering.prefix === '' || entering.beneath ? label : `${entering.label}: ${label}`,
      optional: optional || neededIf !== undefined || entering.optional === true,
    }),
  );
}

function partFields(kind: PartKind, given: PartResponse | undefined, entering: Entering): readonly Field[] {
  switch (kind.kind) {
    case 'verdict':
      return verdictFields(kind, ofKind(given, 'verdict'), entering);
    case 'text':
      return [paragraph('text', entering, ofKind(given, 'text')?.text)];
    case 'choices':
      return choicesFields(kind, ofKind(given, 'choices'), entering);
    case 'number':
      return numberFields(kind, ofKind(given, 'number'), entering);
    case 'duration':
      return durationFields(ofKind(given, 'duration'), entering);
    case 'list':
      return [listField(kind, ofKind(given, 'list'), entering)];
    default:
      return kind satisfies never;
  }
}

function ofKind<K extends PartResponse['kind']>(given: PartResponse | undefined, kind: K): Given<K> {
  return given?.kind === kind ? (given as Given<K>) : undefined;
}

function base(name: string, { prefix, label, optional, owed }: Entering) {
  return {
    id: `${prefix}${name}`,
    label,
    ...((optional || owed) && { optional: true }),
    ...(!optional && owed && { owed }),
  };
}

function paragraph(name: string, entering: Entering, words: Words | undefined): Field {
  return { ...base(name, entering), input: 'paragraph', ...prefilled(words), most: mostEntered };
}

function prefilled(words: Words | undefined): { value?: string } {
  return words?.text ? { value: words.text } : {};
}

function detailField(ask: string | undefined, entering: Entering, words: Words | undefined): readonly Field[] {
  if (ask === undefined) return [];
  return [
    {
      ...paragraph('detail', { ...entering, label: `${entering.place ?? ''}Detail`, optional: true }, words),
      hint: ask,
    },
  ];
}

function verdictFields(
  kind: Extract<PartKind, { kind: 'verdict' }>,
  given: Given<'verdict'>,
  entering: Entering,
): readonly Field[] {
  const options = verdicts.map((id) => ({ id, label: verdictLabels[id] }));
  const value = entering.verdict ?? given?.verdict;
  return [
    { ...base('verdict', entering), input: 'one', options, ...(value && { value: [value] }) },
    ...detailField(kind.detail?.ask, entering, given?.detail),
  ];
}

function choicesFields(
  kind: Extract<PartKind, { kind: 'choices' }>,
  given: Given<'choices'>,
  entering: Entering,
): readonly Field[] {
  const options = kind.options.map(({ id, label, modern }) => ({ id, label: modern ?? label }));
  const hint = kind.choose === 'one' ? 'Choose one.' : 'Choose all that apply.';
  const other = { ...entering, label: `${entering.place ?? ''}Which other`, optional: true };
  return [
    { ...base('chosen', entering), hint, input: kind.choose, options, ...(given && { value: given.chosen }) },
    ...(kind.other === undefined
      ? []
      : [{ ...base('other', other), input: 'line' as const, ...prefilled(given?.other), most: mostEntered }]),
    ...detailField(kind.detail, entering, given?.detail),
  ];
}

function numberFields(
  kind: Extract<PartKind, { kind: 'number' }>,
  given: Given<'number'>,
  entering: Entering,
): readonly Field[] {
  return [
    { ...base('value', entering), input: 'number', unit: kind.unit, ...(given && { value: String(given.value) }) },
    ...detailField(kind.detail, entering, given?.detail),
  ];
}

function durationFields(given: Given<'duration'>, entering: Entering): readonly Field[] {
  const known = given && fromDuration(given.value);
  const options = units.map(({ id }) => ({ id, label: id }));
  return [
    { ...base('value', entering), input: 'number', ...(known && { value: known.amount }) },
    {
      ...base('unit', { ...entering, label: `${entering.place ?? ''}Unit` }),
      input: 'one',
      options,
      value: [known?.unit ?? 'days'],
    },
  ];
}

function listField(kind: Extract<PartKind, { kind: 'list' }>, given: Given<'list'>, entering: Entering): Field {
  const each =
    kind.per === 'standards' && entering.standards.length > 0
      ? ` One for each of ${listed(entering.standards.map(frameworkName))}.`
      : '';
  const value = given?.entries.flatMap(({ text }) => text ?? []).join('\n');
  return {
    ...base('entries', entering),
    hint: `One entry a line: ${kind.entry}.${each}`,
    input: 'paragraph',
    ...(value && { value }),
    most: mostEntered,
  };
}
