/** A section as a row of cells, one a prompt: each state has its own shape, and the row says itself in words. */
import type { Tone } from '../../domain/card/card.ts';
import { toneClass } from './render-tone.tsx';

const width = 10;
const height = 14;
const gap = 2;
/** Longer rows go on below, so that a phone still shows cells and not hairs. */
const perLine = 20;

export function Cells({ cells, label }: { readonly cells: readonly Tone[]; readonly label: string }) {
  if (cells.length === 0) return <span class="unseen">{label}</span>;
  const columns = Math.min(cells.length, perLine);
  const lines = Math.ceil(cells.length / perLine);
  const box = { width: Math.max(columns * (width + gap) - gap, 0), height: Math.max(lines * (height + gap) - gap, 0) };
  return (
    <svg
      class="cells"
      role="img"
      aria-label={label}
      width={box.width}
      height={box.height}
      viewBox={`0 0 ${box.width} ${box.height}`}
    >
      {cells.map((tone, index) => (
        <Cell
          key={index}
          tone={tone}
          x={(index % perLine) * (width + gap)}
          y={Math.floor(index / perLine) * (height + gap)}
        />
      ))}
    </svg>
  );
}

/** One cell by itself, for a legend. */
export function SampleCell({ tone }: { readonly tone: Tone }) {
  return (
    <svg class="cells" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Cell tone={tone} x={0} y={0} />
    </svg>
  );
}

function Cell({ tone, x, y }: { readonly tone: Tone; readonly x: number; readonly y: number }) {
  return (
    <g class={toneClass(tone)} transform={`translate(${x} ${y})`}>
      <rect x="0.5" y="0.5" width={width - 1} height={height - 1} rx="2" />
      {inside[tone] && <path d={inside[tone]} />}
    </g>
  );
}

const inside: Readonly<Record<Tone, string>> = {
  meets: '',
  'falls short': 'M3 5l4 4M7 5l-4 4',
  'to be judged': 'M5 4v3.5l2 1.5',
  informational: 'M3 7h4',
  unanswered: '',
  neutral: '',
};
