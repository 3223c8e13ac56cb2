/** A state in a sign, words and a colour: the colour alone would tell too little. */
import type { Tone } from '../../domain/card/card.ts';
import type { Colour, TextRun } from './adaptive-card.ts';
import { coloured, run } from './text.ts';

const signs: Readonly<Record<Tone, string>> = {
  meets: '✓',
  'falls short': '✗',
  'to be judged': '◷',
  informational: 'ℹ',
  unanswered: '○',
  neutral: '●',
};

const colours: Readonly<Record<Tone, Colour>> = {
  meets: 'Good',
  'falls short': 'Attention',
  // Not Warning, whose yellow nobody sees on white.
  'to be judged': 'Accent',
  informational: 'Accent',
  unanswered: 'Default',
  neutral: 'Default',
};

/** To stand before words that say it already; they keep the colour of text, since on white some of these can hardly be read. */
export function signOf(tone: Tone | undefined): readonly TextRun[] {
  return tone === undefined || tone === 'neutral' ? [] : [run(`${signs[tone]} `, coloured(colours[tone]))];
}

const mostCells = 60;

/** `✓✓✗○○`, neighbours of one tone in one run, with a gap after each ten: without one a line does not wrap. */
export function cellRuns(cells: readonly Tone[]): readonly TextRun[] {
  const groups: { tone: Tone; text: string }[] = [];
  for (const [at, tone] of cells.slice(0, mostCells).entries()) {
    const sign = at > 0 && at % 10 === 0 ? ` ${signs[tone]}` : signs[tone];
    const last = groups.at(-1);
    if (last?.tone === tone) last.text += sign;
    else groups.push({ tone, text: sign });
  }
  return groups.map(({ tone, text }) => run(text, coloured(colours[tone])));
}

const barLength = 10;

/** `▰▰▰▱▱▱▱▱▱▱`, for who likes to see it; the words beside it say the same. */
export function progressBar(answered: number, of: number): string {
  const full = of > 0 ? Math.round((Math.min(Math.max(answered, 0), of) / of) * barLength) : 0;
  const safe = Number.isFinite(full) ? full : 0;
  return '▰'.repeat(safe) + '▱'.repeat(barLength - safe);
}
