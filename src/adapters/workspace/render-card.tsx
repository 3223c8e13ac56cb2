/** Card → HTML. Pure: the same card, drawn for the same place, gives the same text. */

import type { Card, PromptRow, Row } from '../../domain/card/card.ts';
import { legible } from '../../domain/invisible.ts';
import { Actions } from './render-action.tsx';
import { NoteLine } from './render-note.tsx';
import { Prompt } from './render-prompt.tsx';
import { PlainRowView } from './render-row.tsx';
import { Text } from './render-text.tsx';
import type { Standing } from './standing.ts';

export function CardView({ card, at }: { readonly card: Card; readonly at: Standing }) {
  return (
    <form class="card" method="post" action={`/as/${at.as}/press`} data-card>
      <input type="hidden" name="message" value={at.message} />
      <input type="hidden" name="place" value={at.place} />
      <input type="hidden" name="once" value={at.once} />
      <Head card={card} at={at} />
      {blocks(card.rows).map((block, index) => (
        <Block key={index} block={block} at={at} name={`row${index}`} />
      ))}
      {card.actions.length > 0 && (
        <div class="foot">
          <Actions actions={card.actions} at={at} name="card" />
        </div>
      )}
      <NoteLine at={noteOfWholeCard(card, at)} />
    </form>
  );
}

function Head({ card, at }: { readonly card: Card; readonly at: Standing }) {
  return (
    <div class="card-head">
      <h2 id={`${at.id}-title`} tabindex={-1} dir="auto">
        {legible(card.title)}
      </h2>
      {card.lines.map((line, index) => (
        <p key={index} dir="auto">
          <Text spans={line} />
        </p>
      ))}
      {card.progress && <Progress progress={card.progress} />}
    </div>
  );
}

function Progress({ progress }: { readonly progress: NonNullable<Card['progress']> }) {
  const { answered, of, label } = progress;
  return (
    <div class="progress">
      <progress value={answered} max={Math.max(of, 1)} aria-label={legible(label)} />
      <span aria-hidden="true">{legible(label)}</span>
    </div>
  );
}

type Prompts = { readonly prompts: readonly PromptRow[] };

/** Prompts that follow one another are one list, so that a screen reader can say how many there are. */
function blocks(rows: readonly Row[]): readonly (Prompts | Exclude<Row, PromptRow>)[] {
  const found: (Prompts | Exclude<Row, PromptRow>)[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (row.row !== 'prompt') found.push(row);
    else if (last && 'prompts' in last) found.splice(-1, 1, { prompts: [...last.prompts, row] });
    else found.push({ prompts: [row] });
  }
  return found;
}

function Block({
  block,
  at,
  name,
}: {
  readonly block: Prompts | Exclude<Row, PromptRow>;
  readonly at: Standing;
  readonly name: string;
}) {
  if (!('prompts' in block)) return <PlainRowView row={block} at={at} name={name} />;
  return (
    <ol class="prompts">
      {block.prompts.map((row) => (
        <Prompt key={row.prompt} row={row} at={at} />
      ))}
    </ol>
  );
}

// A prompt that left the card meanwhile cannot say what came of it, so the card does.
function noteOfWholeCard(card: Card, at: Standing): Standing {
  const { note } = at;
  if (!note?.prompt || card.rows.some((row) => row.row === 'prompt' && row.prompt === note.prompt)) return at;
  const { prompt: _, ...rest } = note;
  return { ...at, note: rest };
}
