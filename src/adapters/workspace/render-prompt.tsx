/** One prompt on a card: what is asked, what is recorded, what one can do. */

import type { PromptRow } from '../../domain/card/card.ts';
import { legible } from '../../domain/invisible.ts';
import { Actions } from './render-action.tsx';
import { NoteLine } from './render-note.tsx';
import { Text } from './render-text.tsx';
import { ToneMark, toneClass } from './render-tone.tsx';
import type { Standing } from './standing.ts';

export function Prompt({ row, at }: { readonly row: PromptRow; readonly at: Standing }) {
  const id = `${at.id}-${row.prompt}`;
  return (
    <li class="prompt" id={id} data-prompt={row.prompt}>
      <span class="number">{legible(row.number)}</span>
      <div class="asked" id={`${id}-text`}>
        <p class="question">
          <Text spans={row.text} />
        </p>
        <Notes notes={row.notes} id={id} />
        <Recorded row={row} />
        {row.remarks.length > 0 && (
          <ul class="remarks">
            {row.remarks.map((remark) => (
              <li key={remark}>
                <bdi>{legible(remark)}</bdi>
              </li>
            ))}
          </ul>
        )}
        <div class="acts">
          <Actions actions={row.actions} at={at} name={row.prompt} />
        </div>
        <NoteLine at={at} prompt={row.prompt} />
      </div>
    </li>
  );
}

function Notes({ notes, id }: { readonly notes: readonly string[]; readonly id: string }) {
  if (notes.length === 0) return null;
  return (
    <details class="notes" id={`${id}-notes`}>
      <summary>How to read it</summary>
      {notes.map((note) => (
        <p key={note} dir="auto">
          {legible(note)}
        </p>
      ))}
    </details>
  );
}

function Recorded({ row: { answer } }: { readonly row: PromptRow }) {
  if (!answer) return null;
  return (
    <div class="recorded">
      <p class={`verdict ${toneClass(answer.tone)}`}>
        <ToneMark tone={answer.tone} />
        <bdi>{legible(answer.label)}</bdi>
      </p>
      {answer.detail.map((line, index) => (
        <p class="detail" key={index} dir="auto">
          <Text spans={line} />
        </p>
      ))}
    </div>
  );
}
