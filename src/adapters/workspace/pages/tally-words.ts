/** A section's counts in words, and the tone of each of its cells. */
import type { Tone } from '../../../domain/card/card.ts';
import { askedCells, type SectionSummary, type Tally } from '../../../domain/review/summary.ts';

export function cellTones(section: Pick<SectionSummary, 'cells'>): readonly Tone[] {
  return askedCells(section).map(({ outcome }) => outcome);
}

/** `5 of 8 answered: 3 meet, 1 falls short, 1 to be judged; 2 still valid from last time`. */
export function tallyWords(tally: Tally): string {
  const { asked, answered, stillValid } = tally;
  const parts = [
    tally.meets > 0 && `${tally.meets} ${tally.meets === 1 ? 'meets' : 'meet'}`,
    tally.fallsShort > 0 && `${tally.fallsShort} ${tally.fallsShort === 1 ? 'falls' : 'fall'} short`,
    tally.toBeJudged > 0 && `${tally.toBeJudged} to be judged`,
    tally.informational > 0 && `${tally.informational} for information`,
  ].filter(Boolean);
  const outcome = parts.length > 0 ? `: ${parts.join(', ')}` : '';
  const standing = stillValid > 0 ? `; ${stillValid} still valid from last time` : '';
  return asked === 0 ? `nothing asked${standing}` : `${answered} of ${asked} answered${outcome}${standing}`;
}
