/** Shows what came of an act where it was done: in that message, window or Home, or beside it for that person alone. */
import type { Card } from '../../domain/card/card.ts';
import { changesInPlace } from '../../domain/card/in-place.ts';
import { markOf } from '../../domain/card/mark.ts';
import type { View } from '../../domain/card/view.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { ContactId } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Block } from './block-kit.ts';
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

type At<K extends Origin['at']> = Extract<Origin, { at: K }>;

async function inMessage(kit: OpenKit, person: Person, from: At<'message'>, shown: Shown): Promise<void> {
  const ref: MessageRef = { platform: 'slack', conversation: from.channel, message: from.ts };
  // In a channel nothing one person looks at may change what everybody sees.
  if (!isDirect(from.channel)) return beside(kit, person, from, shown);
  const { view, note } = shown;
  const there = view && (await kit.messages.byRef(ref))?.view;
  if (view && there && !changesInPlace(there, view)) {
    return replyInMessage(kit, person, from, { view, ...(note && { note }) });
  }
  if (view && there) await kit.messages.show(ref, view);
  const drawing = await kit.turns(`${from.channel} ${from.ts}`, () => redraw(kit, from.url, ref, note));
  if (drawing === 'unknown') await beside(kit, person, from, shown);
  // The card of a later press took its place, and why this one was refused is on no card.
  else if (drawing === 'overtaken' && note?.refused) await beside(kit, person, from, { note });
}

async function redraw(kit: OpenKit, url: string, ref: MessageRef, note: Note | undefined): Promise<'done' | 'unknown'> {
  const drawing = await kit.messages.begin(ref);
  if (!drawing) return 'unknown';
  const card = await kit.desk.card(drawing.view, drawing.contact);
  const rendered = render({ card, view: drawing.view, surface: 'message', ...(note && { note }) });
  // Otherwise it stays outdated, and is redrawn with the next change or sweep.
  if (await answerThrough(url, { ...rendered, place: 'instead' })) await kit.messages.drawn(drawing, markOf(card));
  return 'done';
}

async function beside(kit: OpenKit, person: Person, from: At<'message'>, { view, note }: Shown): Promise<void> {
  const answer = await drawn(kit, person.id, { view, ...(note && { note }) }, from.channel);
  await answerThrough(from.url, { ...answer, place: 'beside' });
}

async function onlyToThem(
  kit: OpenKit,
  person: Person,
  from: At<'ephemeral' | 'command'>,
  shown: Shown,
): Promise<void> {
  const answer = await drawn(kit, person.id, shown, from.channel);
  await answerThrough(from.url, { ...answer, place: from.at === 'ephemeral' && shown.view ? 'instead' : 'beside' });
}

export type Words = { readonly text: string; readonly blocks?: readonly Block[] };

/** A card for one person's eyes, as that person or whoever else sees it, or a sentence where there is none. */
export async function drawn(
  kit: OpenKit,
  viewer: ContactId,
  { view, note, part }: Shown,
  channel: string,
): Promise<Words> {
  if (!view) return { text: escaped(note?.sentence ?? 'Done.') };
  const card: Card = await kit.desk.card(view, viewer);
  const share = await mayShare(kit, view, channel);
  const drawing: Drawing = { card, view, surface: 'ephemeral', share, ...(note && { note }), ...partOf({ part }) };
  return render(drawing);
}

function partOf({ part }: { readonly part?: number | undefined }): { readonly part?: number } {
  return part === undefined ? {} : { part };
}
