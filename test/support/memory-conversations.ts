/** Conversations in this process, newest last. */
import type { Conversations, Place } from '../../src/flow/ports/conversations.ts';
import { type MemoryShelf, memoryShelf } from './memory-shelf.ts';

type Shelf = Pick<MemoryShelf, 'holds' | 'conversations'>;

export function memoryConversations({ holds, conversations: rows }: Shelf = memoryShelf()): Conversations {
  const marks = new Map<string, 'under way' | 'over'>();
  const drawings = new Map<string, { readonly drawing: number; readonly ended: boolean }>();
  const keyOf = ({ conversation, message }: Place) => `${conversation} ${message}`;
  const isHeld = (place: Place, at: string) => (holds.get(keyOf(place))?.until ?? '') > at;
  const isBeingDrawn = (place: Place) => drawings.get(keyOf(place))?.ended === false;
  const isLetGo = (place: Place, upTo: string) => isHeld(place, '') && !isHeld(place, upTo);
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
    async hold(place, until, entered) {
      const held = holds.get(keyOf(place));
      const latest = held && held.until > until ? held.until : until;
      holds.set(keyOf(place), { until: latest, entered: entered ?? held?.entered });
      return isBeingDrawn(place) ? 'being drawn' : 'at rest';
    },
    async letGo(place, upTo = '9999-12-31T23:59:59.999Z') {
      if (isLetGo(place, upTo)) holds.set(keyOf(place), { until: '', entered: {} });
    },
    isHeld: async (place, at) => isHeld(place, at),
    enteredIn: async (place) => holds.get(keyOf(place))?.entered,
    async beginDrawing(place, at, letGoUpTo = '') {
      if (isHeld(place, at) && !isLetGo(place, letGoUpTo)) return 'held';
      if (isBeingDrawn(place)) return 'under way';
      if (isLetGo(place, letGoUpTo)) holds.set(keyOf(place), { until: '', entered: undefined });
      const { drawing = 0 } = drawings.get(keyOf(place)) ?? {};
      drawings.set(keyOf(place), { drawing: drawing + 1, ended: false });
      return { drawing: drawing + 1 };
    },
    async endDrawing(place, { drawing }, heldUntil) {
      if (drawings.get(keyOf(place))?.drawing !== drawing) return;
      drawings.set(keyOf(place), { drawing, ended: true });
      const { until = '', entered } = holds.get(keyOf(place)) ?? {};
      if (heldUntil !== undefined && heldUntil > until) holds.set(keyOf(place), { until: heldUntil, entered });
    },
    isBeingDrawn: async (place) => isBeingDrawn(place),
  } satisfies Conversations;
}
