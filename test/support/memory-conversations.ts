/** Conversations in this process, newest last. */
import type { Conversation, Conversations, Place } from '../../src/flow/ports/conversations.ts';

export function memoryConversations(): Conversations {
  const rows = new Map<string, Conversation>();
  const marks = new Map<string, 'under way' | 'over'>();
  const holds = new Map<string, string>();
  const keyOf = ({ conversation, message }: Place) => `${conversation} ${message}`;
  const newestFirst = () => [...rows.values()].reverse();
  return {
    async learn(conversation) {
      rows.delete(conversation.id);
      rows.set(conversation.id, conversation);
    },
    async forget(id) {
      for (const row of rows.values()) if (row.id === id || row.team === id) rows.delete(row.id);
    },
    byId: async (id) => rows.get(id),
    personal: async (account) => newestFirst().find((row) => row.type === 'personal' && row.account === account),
    ofTeams: async () => newestFirst().filter((row) => row.team !== undefined),
    newest: async () => newestFirst()[0],
    async claim(mark) {
      const other = marks.get(mark);
      if (other) return other;
      marks.set(mark, 'under way');
      return 'mine';
    },
    async finish(mark) {
      marks.set(mark, 'over');
    },
    async release(mark) {
      marks.delete(mark);
    },
    async hold(place, until) {
      holds.set(keyOf(place), until);
    },
    async letGo(place) {
      holds.delete(keyOf(place));
    },
    isHeld: async (place, at) => (holds.get(keyOf(place)) ?? '') > at,
  } satisfies Conversations;
}
