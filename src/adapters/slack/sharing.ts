/** Posts for everybody what was shown to one: in the review's own team channel, as the channel may see it. */
import { z } from 'zod';
import { markOf } from '../../domain/card/mark.ts';
import type { View } from '../../domain/card/view.ts';
import type { ContactId } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Standing } from '../../flow/ports/messages.ts';
import { keptToOurselves } from './channel-sharing.ts';
import { failureOf } from './failures.ts';
import type { OpenKit } from './kit.ts';
import { render } from './render.ts';
import { escaped } from './text.ts';

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

type Sharing = { readonly view: View; readonly channel: string; readonly once: string };

/** What to tell who pressed; nothing where the same press was delivered before, and was told then. */
export async function share(
  kit: OpenKit,
  person: Person,
  { view, channel, once }: Sharing,
): Promise<string | undefined> {
  const contact = await contactFor(kit, view, channel);
  if (contact === undefined) return 'This is shared in the review’s own team channel only.';
  try {
    await keptToOurselves(kit, channel);
  } catch (error) {
    return `Not shared: ${failureOf(error).why}.`;
  }
  const card = await kit.desk.card(view, contact);
  const { text, blocks } = render({ card, view, surface: 'message' });
  const said = `Shared by ${escaped(person.name, longestName)}. ${text}`;
  if ((await kit.conversations.claim(once)) !== 'mine') return undefined;
  try {
    const body = { channel, text: said, blocks: [...blocks], unfurl_links: false, unfurl_media: false };
    const done = posted.parse(await kit.clients.interactive.chat.postMessage(body));
    const ref = { platform: 'slack' as const, conversation: done.channel, message: done.ts };
    return await keep(kit, { ref, contact, view, at: kit.clock.now(), mark: markOf(card) });
  } catch (error) {
    const { certainty, why } = failureOf(error);
    if (certainty !== 'uncertain') return `Not shared: ${why}.`;
    return `It may have been shared, and nobody knows: ${why}. Look at the channel before you share it again.`;
  }
}

/** What stands in the channel was shared, whether or not it can be kept current from now on. */
async function keep(kit: OpenKit, message: Standing): Promise<string> {
  try {
    await kit.messages.add(message);
  } catch (error) {
    kit.log.error({ err: error }, 'A shared card could not be noted, so it will stay as it is.');
    return 'Shared. It will stay as it is now, since Muster could not note where it stands.';
  }
  return 'Shared.';
}
