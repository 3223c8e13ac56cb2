/** What came of the last press, said at the place where it was pressed. */
import { legible } from '../../domain/invisible.ts';
import type { Standing } from './standing.ts';

export function NoteLine({ at, prompt }: { readonly at: Standing; readonly prompt?: string }) {
  const { note } = at;
  if (!note || note.message !== at.message || note.prompt !== prompt) return null;
  return (
    <div class={note.refused ? 'note refused' : 'note'} id={`${at.id}-note`} data-note>
      <p>{legible(note.sentence)}</p>
      {note.confirm && (
        <button type="submit" class="button" name="press" value={note.confirm} id={`${at.id}-confirm`}>
          Yes, I mean it
        </button>
      )}
    </div>
  );
}
