/** What stands in one conversation, as one person sees it: messages for all and asides for them, oldest first. */
import type { Card } from '../../domain/card/card.ts';
import type { View } from '../../domain/card/view.ts';
import type { ContactId } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { direct } from './addresses.ts';
import type { Aside, Asides } from './asides.ts';
import type { WorkspaceOptions } from './options.ts';

export type Line = { readonly id: string; readonly at: Instant; readonly onlyYou: boolean } & (
  | { readonly line: 'card'; readonly card: Card }
  | { readonly line: 'said'; readonly text: string }
  | { readonly line: 'told'; readonly sentence: string; readonly refused: boolean }
);

export type Wanted = { readonly viewer: Person; readonly place: string; readonly most: number };

/** Whose messages stand in a place: the person's own, or those of the contact that stands for the channel. */
function contactAt(place: string, viewer: Person): ContactId {
  return place === direct ? viewer.id : `channel:${place}`;
}

export async function linesOf(
  options: WorkspaceOptions & { asides: Asides },
  { viewer, place, most }: Wanted,
): Promise<{ readonly lines: readonly Line[]; readonly earlier: boolean }> {
  const contact = contactAt(place, viewer);
  // One more than is shown tells whether there are earlier ones.
  const messages = await options.messages.of(contact, most + 1);
  const drawn = messages.slice(-most).map(async ({ ref, at, view }): Promise<Line> => {
    const card = await drawnCard(options, view, contact);
    return { line: 'card', id: ref.message, at, onlyYou: false, card };
  });
  const own = options.asides.of(viewer.id, place).map((aside) => asideLine(options, aside, viewer, place));
  // Asides first: of two at the same moment, what was typed stands above what it brought.
  const lines = await Promise.all([...own, ...drawn]);
  return { lines: lines.sort((a, b) => a.at.localeCompare(b.at)), earlier: messages.length > most };
}

async function asideLine(options: WorkspaceOptions, aside: Aside, viewer: Person, place: string): Promise<Line> {
  const { id, at } = aside;
  const shared = { id, at, onlyYou: place !== direct };
  switch (aside.aside) {
    case 'said':
      return { ...shared, line: 'said', text: aside.text };
    case 'told':
      return { ...shared, line: 'told', sentence: aside.sentence, refused: aside.refused };
    case 'view':
      return { ...shared, line: 'card', card: await drawnCard(options, aside.view, aside.as ?? viewer.id) };
    default:
      return aside satisfies never;
  }
}

// One message that cannot be drawn must not hide the others.
async function drawnCard({ desk, log }: WorkspaceOptions, view: View, viewer: ContactId): Promise<Card> {
  try {
    return await desk.card(view, viewer);
  } catch (error) {
    log.error({ err: error, show: view.show }, 'A card could not be drawn');
    return {
      title: 'This message cannot be shown just now',
      lines: [[{ text: 'Load the page again in a moment. Nothing that was recorded is lost.' }]],
      rows: [],
      actions: [],
      summary: 'A message cannot be shown just now.',
    };
  }
}
