/** Another organisation may come to a channel, and go. While it reads along nothing is said there, and the review's lead knows. */
import { z } from 'zod';
import { channelOf } from '../../domain/review/opening.ts';
import { channelsNamed } from '../../flow/named.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { failureOf } from './failures.ts';
import type { Kit, OpenKit } from './kit.ts';

export const sharedWith =
  'the channel is shared with another organisation; set SLACK_ALLOW_SHARED_CHANNELS=on if that is meant';

/** Throws where others read along. That they do is asked anew: another process may have heard that it is over. */
export async function keptToOurselves({ sharedChannels, channels }: Kit, channel: string): Promise<void> {
  if (sharedChannels || !(await channels.facts(channel)).shared) return;
  if ((await channels.ask(channel)).shared) throw new DeliveryFailed('unreachable', sharedWith);
}

const shared = z.object({ event: z.object({ channel: z.string() }) });

/**
 * Such an event may come twice, late, or not at all, and only one of our processes hears it: so it says where to look and
 * is not believed itself. Who does not hear it looks within a few minutes all the same.
 */
export async function onSharing(kit: OpenKit, body: unknown): Promise<void> {
  const heard = shared.safeParse(body);
  if (!heard.success) return;
  const { channel: id } = heard.data.event;
  kit.channels.forget(id);
  const theirs = (await channelsNamed(kit, 'slack')).filter(({ channel }) => channel.id === id);
  const closed = theirs.length > 0 ? await othersReadAlong(kit, id) : undefined;
  if (closed === undefined) return;
  for (const { program } of theirs) await note(kit, channelOf({ id: program }), closed);
}

/** Undefined where Slack does not say: then the next who writes there finds out. */
async function othersReadAlong(kit: OpenKit, channel: string): Promise<boolean | undefined> {
  try {
    await keptToOurselves(kit, channel);
    return false;
  } catch (error) {
    if (error instanceof DeliveryFailed) return true;
    kit.log.warn({ why: failureOf(error).why }, 'Whether a channel is shared could not be looked up.');
    return undefined;
  }
}

async function note({ desk, store }: OpenKit, contact: string, closed: boolean): Promise<void> {
  if (closed) return desk.noteUnreachable(contact, sharedWith);
  const known = await store.current({ kind: 'contact', id: contact });
  // Where something else stands in the way, it is not over because of this.
  if (known?.state.unreachable?.why === sharedWith) await desk.noteReachable(contact);
}
