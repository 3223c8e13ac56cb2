/** What came of the last press, as long as what it was said about still reads as it did: a voided signature is not "Signed." */
import type { Card } from '../../domain/card/card.ts';
import type { PersonId } from '../../domain/event.ts';
import type { Asides } from './asides.ts';
import type { Line } from './lines.ts';
import type { Note } from './standing.ts';

/** The first drawing after the press remembers how the card read then. */
export function currentNote(asides: Asides, person: PersonId, lines: readonly Line[]): Note | undefined {
  const note = asides.note(person);
  const line = lines.find(({ id }) => id === note?.message);
  if (!note || line?.line !== 'card') return note;
  const reads = readingOf(line.card, note.prompt);
  const current = note.reads === undefined || note.reads === reads ? { ...note, reads } : undefined;
  asides.setNote(person, current);
  return current;
}

/** The prompt's answer, or what the whole card is about. */
function readingOf({ rows, lines }: Card, prompt: string | undefined): string {
  const row = rows.find((one) => one.row === 'prompt' && one.prompt === prompt);
  return JSON.stringify(row?.row === 'prompt' ? (row.answer?.label ?? '') : lines[0]);
}
