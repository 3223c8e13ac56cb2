/** Card → Adaptive Card. Pure: the same card gives the same JSON, and none is larger than Teams takes. */
import type { Card } from '../../domain/card/card.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { bytesOf, limits } from './limits.ts';
import { type Part, partsOf } from './packing.ts';
import { actionRows, button, buttonRows } from './render-action.ts';
import { type Note, noteContainer } from './render-note.ts';
import { clipped, heading, rich, run, runs } from './text.ts';
import { progressBar } from './tone.ts';

export type Drawing = {
  readonly card: Card;
  readonly note?: Note;
  /** Of a card too long for one message, from 1. */
  readonly part?: number;
};

export type Rendered = {
  readonly card: AdaptiveCard;
  readonly summary: string;
  /** The message it stands in is being made the same. */
  readonly kept?: true;
};

export function render(drawing: Drawing): Rendered {
  const { card, note } = drawing;
  const head = [...headElements(card), ...(note ? [noteContainer(note)] : [])];
  const foot = actionRows(card.actions, mostActions);
  const summary = summaryOf(card);
  const free = limits.card - bytesOf(adaptiveCard([...head, ...foot], summary)) - turning;
  const parts = partsOf(card.rows, free);
  const part = Math.min(Math.max(drawing.part ?? 1, 1), Math.max(parts.length, 1));
  const body = [...head, ...(parts[part - 1]?.elements ?? []), ...turnElements(parts, part), ...foot];
  return { card: adaptiveCard(body, summary), summary };
}

/** A sentence by itself: what a person hears who asked for nothing that has a card. */
export function renderNote(note: Note): Rendered {
  const summary = clipped(note.sentence, limits.summary);
  return { card: adaptiveCard([noteContainer(note)], summary), summary };
}

export function adaptiveCard(body: readonly Element[], fallbackText: string): AdaptiveCard {
  const $schema = 'http://adaptivecards.io/schemas/adaptive-card.json';
  const whole = body.length > 0 ? body : [rich([])];
  return { type: 'AdaptiveCard', $schema, version: '1.5', fallbackText, body: whole, msteams: { width: 'Full' } };
}

/** For notifications, and for who cannot see cards. */
function summaryOf({ summary, title }: Card): string {
  return clipped(summary.trim() === '' ? title : summary, limits.summary);
}

// In bytes: together they leave a row its place, whatever is in it.
const mostActions = 6_000;
const turning = 1_500;
const mostLines = 1_000;

function headElements({ title, lines, progress }: Card): readonly Element[] {
  const each = Math.max(120, Math.floor(mostLines / Math.max(lines.length, 1)));
  const said = lines.slice(0, mostLines / 120).map((line) => rich(runs(line, each), 'Small'));
  const bar = progress && [run(`${progressBar(progress.answered, progress.of)}  `), run(clipped(progress.label, 200))];
  return [heading(title, limits.title, 'Large'), ...said, ...(bar ? [rich(bar, 'Small')] : [])];
}

function turnElements(parts: readonly Part[], part: number): readonly Element[] {
  if (parts.length <= 1) return [];
  const left = parts.slice(part).reduce((sum, { rows }) => sum + rows, 0);
  const said = left > 0 ? `Part ${part} of ${parts.length}: ${left} more follow.` : `Part ${part} of ${parts.length}.`;
  const to = (label: string, page: number) => button({ label }, { press: 'turn', part: page });
  const buttons = [...(part > 1 ? [to('Back', part - 1)] : []), ...(part < parts.length ? [to('Next', part + 1)] : [])];
  return [rich([run(said, { isSubtle: true })]), ...buttonRows(buttons)];
}
