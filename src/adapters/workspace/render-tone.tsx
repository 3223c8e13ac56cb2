/** A state by shape beside its colour, since colour alone says nothing to many people. */
import type { Tone } from '../../domain/card/card.ts';

/** A class per tone; styles give it colour in light, dark and high contrast. */
export function toneClass(tone: Tone): string {
  return `tone-${tone.replaceAll(' ', '-')}`;
}

const shapes: Readonly<Record<Tone, string>> = {
  meets: 'M3.5 8.5l3 3 6-7',
  'falls short': 'M4 4l8 8M12 4l-8 8',
  'to be judged': 'M8 3.5v5l3 2',
  informational: 'M8 7.5v4.5M8 4v.5',
  unanswered: 'M5 8h6',
  neutral: '',
};

/** Decoration: the words stand beside it. */
export function ToneMark({ tone }: { readonly tone: Tone }) {
  if (tone === 'neutral') return null;
  return (
    <svg class={`mark ${toneClass(tone)}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={shapes[tone]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}
