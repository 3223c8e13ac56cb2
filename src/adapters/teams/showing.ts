/** Shows what came of an act where it was done, and keeps what stands there, so that it can be redrawn. */
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Card } from '../../domain/card/card.ts';
import type { FormValues } from '../../domain/card/form.ts';
import { markOf } from '../../domain/card/mark.ts';
import type { View } from '../../domain/card/view.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { ContactId, Refusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { millisecondsOf } from '../../domain/time/instant.ts';
import type { Drawing } from '../../flow/ports/messages.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { Address } from './connector.ts';
import { typedIn } from './field-values.ts';
import { hold } from './holding.ts';
import type { OpenKit } from './kit.ts';
import { type Rendered, render, renderNote } from './render.ts';
import type { Note } from './render-note.ts';
import { postReply } from './replying.ts';
import { updateMessage } from './update-message.ts';

export type Shown = {
  readonly view?: View | undefined;
  readonly note?: Note;
  /** What was entered on the card and not taken, and why. */
  readonly entered?: FormValues;
  readonly refusal?: Refusal;
};

/** The message in a personal chat that was pressed on; without `card` a client did not say which. */
export type Spot = {
  readonly address: Address;
  readonly card: string | undefined;
  readonly mark: string | undefined;
  /** A client that is given nothing in place sees only the message itself. */
  readonly older?: boolean;
};

/** What one leafs through while answering changes in place; everything else is a reply to be kept. */
const working: ReadonlySet<View['show']> = new Set(['opening', 'section', 'carry', 'prompt', 'judge']);

export async function showIn(kit: OpenKit, person: Person, spot: Spot, shown: Shown): Promise<Rendered> {
  const ref = refOf(spot);
  const there = ref && (await kit.messages.byRef(ref));
  const { view, note } = shown;
  if (view && there && !moves(there.view, view)) {
    const failed = await reply(kit, person, spot, { view });
    const said = { ...shown, ...(failed && { note: beside(note, failed) }) };
    return drawn(kit, person, spot, { ...said, view: there.view, part: there.part });
  }
  if (view && ref && !there) await kit.messages.add({ ref, contact: person.id, view, at: kit.clock.now() });
  if (view && ref && there) await kit.messages.show(ref, view);
  const now = view ?? there?.view;
  if (!now) return renderNote(note ?? { sentence: 'There is nothing to show here any more.', refused: true });
  const same = there && canonicalJson(there.view) === canonicalJson(now);
  return drawn(kit, person, spot, { ...shown, view: now, part: same ? there.part : undefined });
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
async function drawn(kit: OpenKit, person: Person, spot: Spot, shown: Drawn): Promise<Rendered> {
  const ref = refOf(spot);
  const { view, note, refusal } = shown;
  const card = await kit.desk.card(view, person.id);
  const entered = shown.entered ?? (ref && kit.drafts.card.of(ref)) ?? {};
  const part = refusal ? undefined : shown.part;
  const typed = refusal ? unshown(card, entered) : [];
  const rendered = render({
    card,
    entered,
    ...(part !== undefined && { part }),
    ...(note && { note: { ...note, ...(typed.length > 0 && { typed }) } }),
    ...(refusal && { refusal }),
  });
  if (!ref) return rendered;
  if (note?.refused) {
    if (card.form) await hold(kit, ref);
    return rendered;
  }
  // Whoever pressed something here is not filling in a form here.
  await kit.conversations.letGo(ref);
  const { now } = kit.clock;
  const at = now();
  const late = () => !spot.older && millisecondsOf(now()) - millisecondsOf(at) > soon;
  kit.keeping.add(ref, () => keep(kit, ref, { note, late }));
  return { ...rendered, kept: true };
}

/** What was entered and is neither in a field now nor recorded: nothing typed may be lost. */
function unshown(card: Card, entered: FormValues): readonly string[] {
  const fields = new Set(card.form?.fields.map(({ id }) => id));
  const rows = JSON.stringify(card.rows);
  const says = (line: string) => rows.includes(JSON.stringify(line.trim()).slice(1, -1));
  const others = Object.fromEntries(Object.entries(entered).filter(([id]) => !fields.has(id)));
  return typedIn(others).filter((text) => !text.split('\n').every(says));
}

/** By then somebody may have begun to write on the card, and a message that changes forgets what is in its fields. */
const soon = 3_000;

type Keep = { readonly note: Note | undefined; readonly late: () => boolean };

/** Nobody waits for it. Where it fails the message stays outdated, and is redrawn with the next change or sweep. */
async function keep(kit: OpenKit, ref: MessageRef, how: Keep): Promise<void> {
  try {
    await kit.turns(ref.conversation);
    const drawing = await kit.messages.begin(ref);
    if (drawing) await keepDrawn(kit, drawing, how);
  } catch (error) {
    kit.log.info({ message: ref.message, why: String(error) }, 'A card in Teams will be drawn again later.');
  }
}

async function keepDrawn(kit: OpenKit, drawing: Drawing, { note, late }: Keep): Promise<void> {
  const { ref } = drawing;
  const card = await kit.desk.card(drawing.view, drawing.contact);
  try {
    if (card.form && late()) return;
    const { part } = drawing;
    const entered = kit.drafts.card.of(ref) ?? {};
    const rendered = render({ card, entered, ...(part !== undefined && { part }), ...(note && { note }) });
    if ((await updateMessage(kit, ref, rendered)) === 'gone') await kit.messages.gone(ref);
    else await kit.messages.drawn(drawing, markOf(card));
  } finally {
    if (card.form) await hold(kit, ref);
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
  if (card.form) await hold(kit, ref);
}

export function refOf({ address, card }: Spot): MessageRef | undefined {
  return card === undefined ? undefined : { platform: 'teams', conversation: address.conversation, message: card };
}
