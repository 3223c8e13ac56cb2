/** Where a view goes that somebody asked to see: into the message it was pressed in, or into one below. */
import { isLeafed } from '../../domain/card/in-place.ts';
import type { View } from '../../domain/card/view.ts';
import type { Person } from '../../domain/people.ts';
import type { Message } from '../../flow/ports/messages.ts';
import { direct } from './addresses.ts';
import type { Kit } from './kit.ts';

export type PlacedAt = {
  readonly viewer: Person;
  readonly place: string;
  /** Where it was pressed; empty for a typed command. */
  readonly message: string;
  /** Unique for this press, so that a repeated one makes no second message. */
  readonly once: string;
};

/** Resolves to the id of the message that shows it now. */
export async function showAt(kit: Kit, at: PlacedAt, view: View): Promise<string> {
  const own = kit.asides.find(at.viewer.id, at.message);
  if (own || at.place !== direct) return showAside(kit, at, view);
  const messages = await kit.messages.of(at.viewer.id, 500);
  const target = messageFor(messages, at.message, view);
  if (target) {
    await kit.messages.show(target.ref, view);
    return target.ref.message;
  }
  const ref = { platform: 'workspace', conversation: at.viewer.id, message: `reply-${at.once}` } as const;
  await kit.messages.add({ ref, contact: at.viewer.id, view, at: kit.clock.now() });
  return ref.message;
}

/**
 * A delivered message goes on showing what was delivered. A reply one works in changes in place, and is used again
 * when the same review is worked on from elsewhere, so that a section stands in one message only.
 */
export function messageFor(messages: readonly Message[], pressed: string, view: View): Message | undefined {
  const replies = messages.filter((message) => message.delivery === undefined);
  if (!isLeafed(view)) return undefined;
  const workedIn = replies.filter((message) => isLeafed(message.view));
  const here = workedIn.find((message) => message.ref.message === pressed);
  if (here) return here;
  const same = workedIn.filter((message) => reviewOf(message.view) === reviewOf(view)).at(-1);
  // Only the newest message is taken again: one far above would change out of sight.
  return same && same === messages.at(-1) ? same : replyAfter(messages, pressed, same);
}

// A section opened a second time from its opening message goes to the reply that already stands below.
function replyAfter(messages: readonly Message[], pressed: string, same: Message | undefined): Message | undefined {
  const from = messages.findIndex((message) => message.ref.message === pressed);
  return same && from >= 0 && messages.indexOf(same) > from ? same : undefined;
}

function reviewOf(view: View): string | undefined {
  return 'review' in view ? view.review : undefined;
}

// In a channel nothing one person looks at may change what everybody sees.
function showAside(kit: Kit, at: PlacedAt, view: View): string {
  const { viewer, place, message, once } = at;
  const pressed = kit.asides.find(viewer.id, message);
  if (pressed?.aside === 'view' && isLeafed(pressed.view) && isLeafed(view)) {
    kit.asides.show(viewer.id, message, view);
    return message;
  }
  const id = `aside-${once}`;
  kit.asides.add(viewer.id, { id, place, at: kit.clock.now(), aside: 'view', view });
  return id;
}
