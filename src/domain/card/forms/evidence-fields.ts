/** A link to evidence, when what it shows was true, and which period it speaks about. */
import type { Misfit } from '../../checklist/misfit.ts';
import type { Prompt } from '../../checklist/prompt.ts';
import type { Evidence } from '../../checklist/response.ts';
import { type LocalDate, localDate } from '../../time/instant.ts';
import { written } from '../../words.ts';
import { isWebLink } from '../answer-in-words.ts';
import type { Field, FormValues } from '../form.ts';
import { lineIn } from '../sent.ts';

export function evidenceFields(
  prompt: Pick<Prompt, 'evidence'>,
  shown: Evidence | undefined,
  today: LocalDate,
): readonly Field[] {
  const link = shown?.link.text;
  const { from, to } = shown?.period ?? {};
  return [
    {
      id: 'evidence',
      label: 'Evidence link',
      hint: prompt.evidence.accepted,
      optional: true,
      input: 'link',
      ...(link && { value: link }),
      most: 2_000,
    },
    {
      id: 'observedAt',
      label: 'Observed on',
      hint: 'When what the link shows was true.',
      optional: true,
      input: 'date',
      value: shown?.observedAt ?? today,
    },
    { id: 'from', label: 'Speaks for, from', optional: true, input: 'date', ...(from && { value: from }) },
    { id: 'to', label: 'Speaks for, until', optional: true, input: 'date', ...(to && { value: to }) },
  ];
}

export function readEvidence(values: FormValues, today: LocalDate): { given?: Evidence; fields: readonly Misfit[] } {
  const link = lineIn(values, 'evidence');
  if (link === '') return { fields: datesAlone(values, today) };
  const observedAt = lineIn(values, 'observedAt') || today;
  const [from, to] = [lineIn(values, 'from'), lineIn(values, 'to')];
  const fields = [
    ...(isWebLink(link)
      ? []
      : [{ field: 'evidence', sentence: 'Use a web address that begins with https:// or http://.' }]),
    ...dateMisfit('observedAt', observedAt),
    ...(observedAt > today
      ? [{ field: 'observedAt', sentence: 'This day is still to come. Choose today or an earlier day.' }]
      : []),
    ...periodMisfits(from, to),
  ];
  if (fields.length > 0) return { fields };
  return { given: { link: written(link), observedAt, ...(from && { period: { from, to } }) }, fields: [] };
}

/** Dates without a link say nothing; a date that only stands there because it was filled in is no date entered. */
function datesAlone(values: FormValues, today: LocalDate): readonly Misfit[] {
  const entered = ['from', 'to'].some((id) => lineIn(values, id) !== '');
  const observed = lineIn(values, 'observedAt');
  if (!entered && (observed === '' || observed === today)) return [];
  return [{ field: 'evidence', sentence: 'Add the link these dates belong to, or clear the dates.' }];
}

function periodMisfits(from: string, to: string): readonly Misfit[] {
  if (from === '' && to === '') return [];
  if (from === '') return [{ field: 'from', sentence: 'Give the first day of the period too.' }];
  if (to === '') return [{ field: 'to', sentence: 'Give the last day of the period too.' }];
  const wrong = [...dateMisfit('from', from), ...dateMisfit('to', to)];
  if (wrong.length > 0) return wrong;
  return from > to ? [{ field: 'to', sentence: 'The period ends before it begins. Swap the dates.' }] : [];
}

function dateMisfit(field: string, entered: string): readonly Misfit[] {
  return localDate.safeParse(entered).success ? [] : [{ field, sentence: 'Write a day as 2026-11-23.' }];
}
