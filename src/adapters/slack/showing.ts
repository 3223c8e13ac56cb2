/** Shows what came of an act where it was done: in that message, window or Home, or beside it for that person alone. */
import type { Card } from '../../domain/card/card.ts';
import type { View } from '../../domain/card/view.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { ContactId } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Block } from './block-kit.ts';
import { fingerprint } from './fingerprint.ts';
import { publishHome } from './home.ts';
import type { OpenKit } from './kit.ts';
import { isDirect, type Origin } from './origin.ts';
import { type Drawing, render } from './render.ts';
import type { Note } from './render-note.ts';
import { cardModal } from './render-view.ts';
import { replyInMessage } from './replies.ts';
import { answerThrough } from './response-url.ts';
import { mayShare } from './sharing.ts';
import { escaped } from './text.ts';
import { updateWindow } from './windows.ts';

export type Shown = { readonly view?: View | undefined; readonly note?: Note; readonly part?: number | undefined };

export async function show(kit: OpenKit, person: Person, from: Origin, shown: Shown): Promise<void> {
  switch (from.at) {
    case 'message':
      return inMessage(kit, person, from, shown);
    case 'ephemeral':
      return onlyToThem(kit, person, from, { ...shown, view: shown.view ?? from.view });
    case 'command':
      return onlyToThem(kit, person, from, shown);
    case 'modal': {
      const view = shown.view ?? from.view;
      const card = await kit.desk.card(view, person.id);
      return updateWindow(
        kit,
        from.id,
        cardModal({ card, view, ...(shown.note && { note: shown.note }), ...partOf(shown) }),
      );
    }
    case 'home':
      return publishHome(kit, person, shown.note);
    default:
      return from satisfies never;
  }
}

/** What one leafs through while answering changes in place; everything else is a reply to be kept. */
const working: ReadonlySet<View['show']> = new Set(['opening', 'section', 'carry', 'prompt', 'judge']);

type At<K extends Origin['at']> = Extract<Origin, { at: K }>;

async function inMessage(kit: OpenKit, person: Person, from: At<'message'>, { view, note }: Shown): Promise<void> {
  const ref: MessageRef = { platform: 'slack', conversation: from.channel, message: from.ts };
  const row = await kit.messages.byRef(ref);
  // In a channel nothing one person looks at may change what everybody sees.
  if (!row || !isDirect(from.channel)) return beside(kit, person, from, { view, ...(note && { note }) });
  const there = row.view.show;
  const moves = view && (there === view.show || (working.has(there) && working.has(view.show)));
  if (view && !moves) {
    await replyInMessage(kit, person, from, { view, ...(note && { note }) });
    return;
  }
  if (view) await kit.messages.show(ref, view);
  await redraw(kit, from.url, { ref, contact: row.contact, view: view ?? row.view, ...(note && { note }) });
}

type Redrawn = { readonly ref: MessageRef; readonly contact: ContactId; readonly view: View; readonly note?: Note };

/** Drawn in its turn, so that of two quick clicks the card of the later one is what remains. */
async function redraw(kit: OpenKit, url: string, { ref, contact, view, note }: Redrawn): Promise<void> {
  await kit.redraws.inTurn(ref, async () => {
    const card = await kit.desk.card(view, contact);
    const rendered = render({ card, view, surface: 'message', ...(note && { note }) });
    const mark = fingerprint(card);
    if (await answerThrough(url, { ...rendered, place: 'instead' })) kit.redraws.stands(ref, mark);
    else kit.redraws.later({ ref, mark, rendered });
  });
}

async function beside(kit: OpenKit, person: Person, from: At<'message'>, { view, note }: Shown): Promise<void> {
  const answer = await drawn(kit, person, { view, ...(note && { note }) }, from.channel);
  await answerThrough(from.url, { ...answer, place: 'beside' });
}

async function onlyToThem(
  kit: OpenKit,
  person: Person,
  from: At<'ephemeral' | 'command'>,
  shown: Shown,
): Promise<void> {
  const answer = await drawn(kit, person, shown, from.channel);
  await answerThrough(from.url, { ...answer, place: from.at === 'ephemeral' && shown.view ? 'instead' : 'beside' });
}

type Words = { readonly text: string; readonly blocks?: readonly Block[] };

/** A card for one person's eyes, or a sentence where there is none. */
export async function drawn(
  kit: OpenKit,
  person: Person,
  { view, note, part }: Shown,
  channel: string,
): Promise<Words> {
  if (!view) return { text: escaped(note?.sentence ?? 'Done.') };
  const card: Card = await kit.desk.card(view, person.id);
  const share = await mayShare(kit, view, channel);
  const drawing: Drawing = { card, view, surface: 'ephemeral', share, ...(note && { note }), ...partOf({ part }) };
  return render(drawing);
}

function partOf({ part }: { readonly part?: number | undefined }): { readonly part?: number } {
  return part === undefined ? {} : { part };
}
