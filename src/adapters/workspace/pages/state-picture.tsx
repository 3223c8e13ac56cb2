/** All prompts of a review as one bar, and what its patterns mean. Widths are attributes: the page allows no styles. */
import type { Tone } from '../../../domain/card/card.ts';
import type { Tally } from '../../../domain/review/summary.ts';
import { SampleCell } from '../render-cells.tsx';
import { toneClass } from '../render-tone.tsx';
import { tallyWords } from './tally-words.ts';

type Share = { readonly tone: Tone; readonly words: string; readonly of: (tally: Tally) => number };

const shares: readonly Share[] = [
  { tone: 'meets', words: 'meets', of: (tally) => tally.meets },
  { tone: 'falls short', words: 'falls short', of: (tally) => tally.fallsShort },
  { tone: 'to be judged', words: 'to be judged', of: (tally) => tally.toBeJudged },
  { tone: 'informational', words: 'for information', of: (tally) => tally.informational },
  { tone: 'unanswered', words: 'not answered', of: (tally) => tally.unanswered },
];

export function Proportions({ tally }: { readonly tally: Tally }) {
  const whole = Math.max(tally.asked, 1);
  let x = 0;
  return (
    <svg class="proportions" role="img" aria-label={tallyWords(tally)} viewBox="0 0 1000 20" preserveAspectRatio="none">
      {shares.map(({ tone, of }) => {
        const width = (of(tally) / whole) * 1000;
        const from = x;
        x += width;
        return width === 0 ? null : (
          <rect key={tone} class={toneClass(tone)} x={from} y="0" width={Math.max(width - 2, 1)} height="20" />
        );
      })}
    </svg>
  );
}

export function Legend({ tally }: { readonly tally: Tally }) {
  return (
    <ul class="legend">
      {shares.map(({ tone, words, of }) => (
        <li key={tone}>
          <SampleCell tone={tone} />
          <b>{of(tally)}</b> {words}
        </li>
      ))}
      {tally.stillValid > 0 && (
        <li>
          <b>{tally.stillValid}</b> still valid from last time, not counted
        </li>
      )}
    </ul>
  );
}
