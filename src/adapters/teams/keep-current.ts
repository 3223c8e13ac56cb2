/** After a press the message itself is made what was answered in its place, so that other clients and a later look see the same. */
import { markOf } from '../../domain/card/mark.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Drawing } from '../../flow/ports/messages.ts';
import { hold, letGoAsOf } from './holding.ts';
import type { OpenKit } from './kit.ts';
import { render } from './render.ts';
import type { Note } from './render-note.ts';
import { updateMessage } from './update-message.ts';

type Keep = {
  readonly note: Note | undefined;
  /** Whether it is too late for a card with fields. */
  readonly late: () => boolean;
  readonly pressed: Instant;
  /** Whether somebody pressed again since: then it is theirs to hold the message. */
  readonly overtaken: () => boolean;
};

/** Nobody waits for it. Where it fails the message stays outdated, and is redrawn with the next change or sweep. */
export async function keepCurrent(kit: OpenKit, ref: MessageRef, how: Keep): Promise<void> {
  try {
    await letGoAsOf(kit, ref, how.pressed);
    await kit.turns(ref.conversation);
    const drawing = await kit.messages.begin(ref);
    if (drawing) await draw(kit, drawing, how);
  } catch (error) {
    kit.log.info({ message: ref.message, why: String(error) }, 'A card in Teams will be drawn again later.');
  }
}

async function draw(kit: OpenKit, drawing: Drawing, { note, late, overtaken }: Keep): Promise<void> {
  const { ref, part, unsaved: entered } = drawing;
  const card = await kit.desk.card(drawing.view, drawing.contact);
  try {
    if (card.form && late()) return;
    const rendered = render({
      card,
      ...(entered && { entered }),
      ...(part !== undefined && { part }),
      ...(note && { note }),
    });
    if ((await updateMessage(kit, ref, rendered)) === 'gone') await kit.messages.gone(ref);
    else await kit.messages.drawn(drawing, markOf(card));
  } finally {
    if (card.form && !overtaken()) await hold(kit, ref);
  }
}
