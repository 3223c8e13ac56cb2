/** `status` in a program's team channel, which anybody there may ask: what the channel is told anyway. */
import { hasPart } from '../domain/card/part.ts';
import { asksForStatus, statusInChannel } from '../domain/card/status-in-channel.ts';
import type { View } from '../domain/card/view.ts';
import type { ContactId, PersonId } from '../domain/event.ts';
import type { Ports } from './ports.ts';
import { reviewsAtHand, sceneFor } from './scene.ts';
import { type Somewhere, sharedAs } from './shared-as.ts';

/** A view, and as whom it is drawn: as the person where they have a part, else as the channel. */
export type SeenInChannel = { readonly view: View; readonly as: ContactId };

export type Asked = { readonly text: string; readonly place: Somewhere; readonly by?: PersonId };

export async function seenInChannel(ports: Ports, { text, place, by }: Asked): Promise<SeenInChannel | undefined> {
  if (!asksForStatus(text)) return undefined;
  const contacts = new Map<string, ContactId>();
  for (const review of await reviewsAtHand(ports)) {
    const contact = await sharedAs(ports, { show: 'status', review }, place);
    if (contact !== undefined) contacts.set(review, contact);
  }
  const { reviews } = await sceneFor(ports, by ?? 'channel:', [...contacts.keys()]);
  const view = statusInChannel(text, [...reviews.values()]);
  const rs = view && 'review' in view ? reviews.get(view.review) : undefined;
  const channel = rs && contacts.get(rs.review.id);
  if (!view || !rs || channel === undefined) return undefined;
  return { view, as: by !== undefined && hasPart(rs.review, by) ? by : channel };
}
