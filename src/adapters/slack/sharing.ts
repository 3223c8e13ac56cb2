/** Posts for everybody what was shown to one: in the review's own team channel, as the channel may see it. */
import { z } from 'zod';
import type { View } from '../../domain/card/view.ts';
import type { ContactId } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { failureOf } from './failures.ts';
import { fingerprint } from './fingerprint.ts';
import type { OpenKit } from './kit.ts';
import { sharedWith } from './messenger.ts';
import { render } from './render.ts';
import { firstOf } from './text.ts';

/** Everybody there sees the counts anyway; anywhere else a share would tell them to somebody new. */
export async function mayShare(kit: OpenKit, view: View, channel: string): Promise<boolean> {
  return (await contactFor(kit, view, channel)) !== undefined;
}

function contactFor({ desk }: OpenKit, view: View, id: string): Promise<ContactId | undefined> {
  return desk.sharedAs(view, { platform: 'slack', id });
}

// Escaped; the rest is no longer than an update may be, and a post may be ten times as long.
const longestName = 500;

const posted = z.object({ channel: z.string(), ts: z.string() });

/** What to tell who pressed. */
export async function share(kit: OpenKit, person: Person, view: View, channel: string): Promise<string> {
  const contact = await contactFor(kit, view, channel);
  if (contact === undefined) return 'This is shared in the review’s own team channel only.';
  try {
    if (!kit.sharedChannels && (await kit.channels.facts(channel)).shared) return `Not shared: ${sharedWith}.`;
    const card = await kit.desk.card(view, contact);
    const { text, blocks } = render({ card, view, surface: 'message' });
    const said = `Shared by ${firstOf([{ text: person.name }], longestName)}. ${text}`;
    const body = { channel, text: said, blocks: [...blocks], unfurl_links: false, unfurl_media: false };
    const done = posted.parse(await kit.clients.interactive.chat.postMessage(body));
    const ref = { platform: 'slack' as const, conversation: done.channel, message: done.ts };
    await kit.messages.add({ ref, contact, view, at: kit.clock.now() });
    kit.redraws.stands(ref, fingerprint(card));
    return 'Shared.';
  } catch (error) {
    return `Not shared: ${failureOf(error).why}.`;
  }
}
