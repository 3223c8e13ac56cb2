/** Conversations in this process, newest last. */
import type { FormValues } from '../../src/domain/card/form.ts';
import type { Conversation, Conversations, Place } from '../../src/flow/ports/conversations.ts';

export function memoryConversations(): Conversations {
  const rows = new Map<string, Conversation>();
  const marks = new Map<string, 'under way' | 'over'>();
  const holds = new Map<
    string,
    { readonly until: string; readonly entered: FormValues | undefined; readonly byForm?: boolean | undefined }
  >();
  const drawings = new Map<string, number>();
  const keyOf = ({ conversation, message }: Place) => `${conversation} ${message}`;
  const isHeld = (place: Place, at: string) => (holds.get(keyOf(place))?.until ?? '') > at;
  const isBeingDrawn = (place: Place) => (drawings.get(keyOf(place)) ?? 0) > 0;
  const letGo = (place: Place, upTo = '9999') => {
    const held = holds.get(keyOf(place));
    if (held && !(held.byForm && held.until > upTo)) holds.set(keyOf(place), { until: '', entered: {} });
  };
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
      const before = holds.get(keyOf(place));
      const byForm = entered !== undefined || before?.byForm;
      holds.set(keyOf(place), { until, entered: entered ?? before?.entered, byForm });
      return isBeingDrawn(place) ? 'being drawn' : 'at rest';
    },
    letGo: async (place, upTo) => letGo(place, upTo),
    isHeld: async (place, at) => isHeld(place, at),
    enteredIn: async (place) => holds.get(keyOf(place))?.entered,
    async beginDrawing(place, at, letGoUpTo) {
      if (letGoUpTo !== undefined) letGo(place, letGoUpTo);
      if (isHeld(place, at)) return false;
      drawings.set(keyOf(place), (drawings.get(keyOf(place)) ?? 0) + 1);
      return true;
    },
    async endDrawing(place, heldUntil) {
      drawings.set(keyOf(place), Math.max(0, (drawings.get(keyOf(place)) ?? 0) - 1));
      const held = holds.get(keyOf(place));
      if (heldUntil !== undefined) holds.set(keyOf(place), { entered: undefined, ...held, until: heldUntil });
    },
    isBeingDrawn: async (place) => isBeingDrawn(place),
  } satisfies Conversations;
}
