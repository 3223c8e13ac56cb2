/** Speaks in the workspace. Its messages are rows, drawn anew whenever a page looks: sending makes the reference. */
import type { Messenger, Recipient } from '../../flow/ports/messenger.ts';
import type { Notifier } from './notifier.ts';

export function workspaceMessenger(notifier: Pick<Notifier, 'changed'>): Messenger {
  return {
    platform: 'workspace',
    paces: () => [],
    hindrance: async () => undefined,
    async send({ to, delivery }) {
      // The deliver step writes the row after this returns, so pages are told in the next turn, and again by it.
      notifier.changed();
      // One delivery is one message here, however often it is tried.
      return { platform: 'workspace', conversation: conversationOf(to), message: delivery };
    },
  };
}

function conversationOf(to: Recipient): string {
  return 'person' in to ? to.person.id : to.channel.id;
}
