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

/** To stand before words that say it already. */
export function signOf(tone: Tone | undefined): string {
  const sign = tone ? signs[tone] : '';
  return sign === '' ? '' : `${sign} `;
}

const barLength = 10;

/** `▰▰▰▱▱▱▱▱▱▱`, for who likes to see it; the words beside it say the same. */
export function progressBar(answered: number, of: number): string {
  const full = of > 0 ? Math.round((Math.min(Math.max(answered, 0), of) / of) * barLength) : 0;
  const safe = Number.isFinite(full) ? full : 0;
  return '▰'.repeat(safe) + '▱'.repeat(barLength - safe);
}
