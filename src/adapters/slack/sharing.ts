/** Posts for everybody what was shown to one: in the review's own team channel, as the channel may see it. */
import { z } from 'zod';
import { markOf } from '../../domain/card/mark.ts';
import type { View } from '../../domain/card/view.ts';
import type { ContactId } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { failureOf } from './failures.ts';
import type { OpenKit } from './kit.ts';
import { sharedWith } from './messenger.ts';
import { render } from './render.ts';

/** Everybody there sees the counts anyway; anywhere else a share would tell them to somebody new. */
export async function mayShare(kit: OpenKit, view: View, channel: string): Promise<boolean> {
  return (await contactFor(kit, view, channel)) !== undefined;
}

const shareable: ReadonlySet<View['show']> = new Set(['status', 'report', 'sign-off']);

async function contactFor(kit: OpenKit, view: View, channel: string): Promise<ContactId | undefined> {
  if (!('review' in view) || !shareable.has(view.show)) return undefined;
  const review = await kit.store.current({ kind: 'review', id: view.review });
  if (!review) return undefined;
  const program = await kit.store.current({ kind: 'program', id: review.state.programId });
  const home = program?.state.settings.channel;
  return home?.platform === 'slack' && home.id === channel ? review.state.channel : undefined;
}

const posted = z.object({ channel: z.string(), ts: z.string() });

/** What to tell who pressed. */
export async function share(kit: OpenKit, person: Person, view: View, channel: string): Promise<string> {
  const contact = await contactFor(kit, view, channel);
  if (contact === undefined) return 'This is shared in the review’s own team channel only.';
  try {
    if (!kit.sharedChannels && (await kit.channels.facts(channel)).shared) return `Not shared: ${sharedWith}.`;
    const card = await kit.desk.card(view, contact);
    const { text, blocks } = render({ card, view, surface: 'message' });
    const said = `Shared by ${person.name}. ${text}`.slice(0, 3_900);
    const body = { channel, text: said, blocks: [...blocks], unfurl_links: false, unfurl_media: false };
    const done = posted.parse(await kit.clients.interactive.chat.postMessage(body));
    const ref = { platform: 'slack' as const, conversation: done.channel, message: done.ts };
    await kit.messages.add({ ref, contact, view, at: kit.clock.now(), mark: markOf(card) });
    return 'Shared.';
  } catch (error) {
    return `Not shared: ${failureOf(error).why}.`;
  }
}
