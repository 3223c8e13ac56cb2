/** A summary's counts as rows: each of them of how many. */
import { askedCells, type SectionSummary, type Summary, type Tally } from '../../review/summary.ts';
import type { Action, Row, Tone } from '../card.ts';
import { capital } from '../prompt-row.ts';
import { count } from '../times.ts';

/** `3 of 8 answered · 1 falls short · 1 to be judged`. */
export function tallyInWords(tally: Tally): string {
  return [
    tally.asked > 0 ? `${tally.answered} of ${tally.asked} answered` : 'nothing asked',
    tally.fallsShort > 0 ? `${tally.fallsShort} ${fallShort(tally.fallsShort)}` : undefined,
    tally.toBeJudged > 0 ? `${tally.toBeJudged} to be judged` : undefined,
    tally.stillValid > 0 ? `${tally.stillValid} still valid` : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** ` · 1 falls short · 2 to be judged`: what a row of cells shows beside how many are answered. */
export function restInWords(cells: readonly Tone[]): string {
  const many = (tone: Tone) => cells.filter((cell) => cell === tone).length;
  const [short, judged] = [many('falls short'), many('to be judged')];
  return `${short > 0 ? ` · ${short} ${fallShort(short)}` : ''}${judged > 0 ? ` · ${judged} to be judged` : ''}`;
}

/** How many fall short; and how many findings that makes, where several prompts ask for one fact. */
export function findingsInWords({ fallsShort, findings }: Pick<Summary, 'fallsShort' | 'findings'>): string {
  if (findings.length === fallsShort) return String(fallsShort);
  return `${count(fallsShort, 'prompt')}, ${count(findings.length, 'finding')}`;
}

export function fallShort(prompts: number): string {
  return prompts === 1 ? 'falls short' : 'fall short';
}

/** Every count bears its denominator; what is still valid or derived stands beside and is not counted. */
export function outcomeRows(summary: Tally): readonly Row[] {
  const of = ` of ${summary.asked}`;
  return [
    { row: 'fact', label: 'Meets', value: `${summary.meets}${of}`, tone: 'meets' },
    { row: 'fact', label: 'Falls short', value: `${summary.fallsShort}${of}`, tone: 'falls short' },
    { row: 'fact', label: 'To be judged', value: `${summary.toBeJudged}${of}`, tone: 'to be judged' },
    { row: 'fact', label: 'For information', value: `${summary.informational}${of}`, tone: 'informational' },
    { row: 'fact', label: 'Not answered', value: `${summary.unanswered}${of}`, tone: 'unanswered' },
    ...(summary.stillValid > 0
      ? [{ row: 'fact' as const, label: 'Still valid, not asked', value: String(summary.stillValid) }]
      : []),
  ];
}

export function severityRows(summary: Summary): readonly Row[] {
  return summary.severities.map((tally) => ({
    row: 'fact',
    label: capital(tally.severity),
    value: tallyInWords(tally),
  }));
}

export function sectionRows(summary: Summary, action: (section: SectionSummary) => Action | undefined): readonly Row[] {
  return summary.sections.map((section) => {
    const press = action(section);
    return {
      row: 'cells',
      name: section.title,
      label: tallyInWords(section),
      cells: askedCells(section).map(({ outcome }) => outcome),
      ...(press && { action: press }),
    };
  });
}

export function progressOf({ answered, asked }: Tally): { answered: number; of: number; label: string } {
  return { answered, of: asked, label: `${answered} of ${asked} answered` };
}
