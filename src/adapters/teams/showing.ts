/** Shows what came of an act where it was done, and keeps what stands there, so that it can be redrawn. */
import { canonicalJson } from '../../domain/canonical-json.ts';
import { markOf } from '../../domain/card/mark.ts';
import type { View } from '../../domain/card/view.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { ContactId } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { Address } from './connector.ts';
import type { OpenKit } from './kit.ts';
import { type Rendered, render, renderNote } from './render.ts';
import type { Note } from './render-note.ts';
import { postReply } from './replying.ts';
import { updateMessage } from './update-message.ts';

export type Shown = { readonly view?: View | undefined; readonly note?: Note };

/** The message in a personal chat that was pressed on; without `card` a client did not say which. */
export type Spot = { readonly address: Address; readonly card: string | undefined; readonly mark: string | undefined };

/** What one leafs through while answering changes in place; everything else is a reply to be kept. */
const working: ReadonlySet<View['show']> = new Set(['opening', 'section', 'carry', 'prompt', 'judge']);

export async function showIn(kit: OpenKit, person: Person, spot: Spot, shown: Shown): Promise<Rendered> {
  const ref = refOf(spot);
  const there = ref && (await kit.messages.byRef(ref));
  const { view, note } = shown;
  if (view && there && !moves(there.view, view)) {
    const failed = await reply(kit, person, spot, { view });
    const said = { ...shown, ...(failed && { note: beside(note, failed) }) };
    return drawn(kit, person, ref, { ...said, view: there.view, part: there.part });
  }
  if (view && ref && !there) await kit.messages.add({ ref, contact: person.id, view, at: kit.clock.now() });
  if (view && ref && there) await kit.messages.show(ref, view);
  const now = view ?? there?.view;
  if (!now) return renderNote(note ?? { sentence: 'There is nothing to show here any more.', refused: true });
  const same = there && canonicalJson(there.view) === canonicalJson(now);
  return drawn(kit, person, ref, { ...shown, view: now, part: same ? there.part : undefined });
}

/** What was recorded stays said first. */
function beside(note: Note | undefined, failed: string): Note {
  return note && !note.refused
    ? { ...note, sentence: `${note.sentence} ${failed}` }
    : { sentence: failed, refused: true };
}

function moves(there: View, view: View): boolean {
  return there.show === view.show || (working.has(there.show) && working.has(view.show));
}

type Drawn = Shown & { readonly view: View; readonly part?: number | undefined };

/** What is answered is seen until the client forgets it, so the message itself is made the same. */
async function drawn(kit: OpenKit, person: Person, ref: MessageRef | undefined, shown: Drawn): Promise<Rendered> {
  const { view, note, part } = shown;
  const card = await kit.desk.card(view, person.id);
  const rendered = render({ card, ...(part !== undefined && { part }), ...(note && { note }) });
  if (!ref || note?.refused) return rendered;
  kit.keeping.add(ref, () => keep(kit, ref, note));
  return { ...rendered, kept: true };
}

/** Nobody waits for it. Where it fails the message stays outdated, and is redrawn with the next change or sweep. */
async function keep(kit: OpenKit, ref: MessageRef, note: Note | undefined): Promise<void> {
  try {
    await kit.turns(ref.conversation);
    const drawing = await kit.messages.begin(ref);
    if (!drawing) return;
    const card = await kit.desk.card(drawing.view, drawing.contact);
    const { part } = drawing;
    const rendered = render({ card, ...(part !== undefined && { part }), ...(note && { note }) });
    if ((await updateMessage(kit, ref, rendered)) === 'gone') await kit.messages.gone(ref);
    else await kit.messages.drawn(drawing, markOf(card));
  } catch (error) {
    kit.log.info({ message: ref.message, why: String(error) }, 'A card in Teams will be drawn anew later.');
  }
}

/** A message of its own, once for each press however often Teams delivers it. What was pressed is done, also when this fails. */
async function reply(
  kit: OpenKit,
  person: Person,
  spot: Omit<Spot, 'card'>,
  shown: Drawn,
): Promise<string | undefined> {
  try {
    await kit.once(spot.mark && `${spot.mark}/reply`, async () => {
      await postView(kit, { address: spot.address, contact: person.id }, shown);
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    kit.log.warn({ why: error.message }, 'What somebody asked to see could not be posted in Teams.');
    return error.certainty === 'uncertain'
      ? `What was to be shown may have arrived: ${error.message}. Look below before you press again.`
      : `This could not be shown: ${error.message}. Press it again in a minute.`;
  }
}

export type PostedTo = { readonly address: Address; readonly contact: ContactId };

export async function postView(kit: OpenKit, { address, contact }: PostedTo, { view, note }: Drawn): Promise<void> {
  const card = await kit.desk.card(view, contact);
  const rendered = render({ card, ...(note && { note }) });
  const message = await postReply(kit, address, rendered);
  const conversation = address.conversation.replace(/;messageid=.*$/, '');
  const ref = { platform: 'teams', conversation, message } as const;
  await kit.messages.add({ ref, contact, view, at: kit.clock.now(), mark: markOf(card) });
}

export function refOf({ address, card }: Spot): MessageRef | undefined {
  return card === undefined ? undefined : { platform: 'teams', conversation: address.conversation, message: card };
}
