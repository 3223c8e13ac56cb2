/** A state in a sign and words: colour tells nothing here, and a sign alone tells too little. */
import type { Tone } from '../../domain/card/card.ts';

const signs: Readonly<Record<Tone, string>> = {
  meets: '✓',
  'falls short': '✗',
  'to be judged': '◷',
  informational: 'ℹ',
  unanswered: '○',
  neutral: '',
};

const words: Readonly<Record<Tone, string>> = {
  meets: 'meets',
  'falls short': 'falls short',
  'to be judged': 'to be judged',
  informational: 'for information',
  unanswered: 'not answered',
  neutral: '',
};

/** To stand before words that say it already. */
export function signOf(tone: Tone | undefined): string {
  const sign = tone ? signs[tone] : '';
  return sign === '' ? '' : `${sign} `;
}

/** `1 falls short, 2 to be judged`: what is worth saying beside a row's own label. */
export function cellsInWords(cells: readonly Tone[]): string {
  const worth: readonly Tone[] = ['falls short', 'to be judged'];
  return worth
    .map((tone) => ({ tone, count: cells.filter((cell) => cell === tone).length }))
    .filter(({ count }) => count > 0)
    .map(
      ({ tone, count }) =>
        `${signs[tone]} ${count} ${count > 1 && tone === 'falls short' ? 'fall short' : words[tone]}`,
    )
    .join(', ');
}

const barLength = 10;

/** `▰▰▰▱▱▱▱▱▱▱`, for who likes to see it; the words beside it say the same. */
export function progressBar(answered: number, of: number): string {
  const full = of > 0 ? Math.round((Math.min(Math.max(answered, 0), of) / of) * barLength) : 0;
  const safe = Number.isFinite(full) ? full : 0;
  return '▰'.repeat(safe) + '▱'.repeat(barLength - safe);
}
