/** What this Teams was asked and what it told, in order; and waiting for it, always for an event and never for a time. */
import type { Fields } from '../slack/json.ts';

/** In milliseconds. Only a broken app comes near it, also on a busy machine. */
const deadline = 30_000;

export type Entry = {
  /** An operation of the connector, `token`, `openid`, `keys`; or with `told`, what the bot was sent, e.g. `invoke`. */
  readonly name: string;
  readonly told?: true;
  readonly method: string;
  readonly path: string;
  readonly conversation: string;
  /** What was sent with it. */
  readonly body: Fields;
  readonly status: number;
  readonly answer: Fields;
  readonly at: number;
  /** What a scripted fault did to it. */
  readonly fault?: string;
};

export type Journal = ReturnType<typeof journal>;

export function journal() {
  const entries: Entry[] = [];
  const waiting = new Set<() => void>();
  let closed = false;
  const recent = () => entries.slice(-30).map(({ name, status }) => `${name} ${status}`);

  function until(says: string, holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`Not seen in Teams: ${says}. Seen: ${recent().join(', ') || 'nothing'}.`));
      }, deadline);
      late.unref();
      function look() {
        const seen = holds();
        if (!closed && !seen) return;
        clearTimeout(late);
        waiting.delete(look);
        if (seen) resolve();
        else reject(new Error(`Teams closed before: ${says}.`));
      }
      waiting.add(look);
      look();
    });
  }
  /** Something changed that is not an entry. */
  function stir() {
    for (const look of [...waiting]) look();
  }
  return {
    entries: entries as readonly Entry[],
    until,
    stir,
    note(entry: Entry) {
      entries.push(entry);
      stir();
    },
    /** The first one at or after `from` that fits. */
    async next(fits: (entry: Entry) => boolean, from = entries.length): Promise<Entry> {
      const found = () => entries.slice(from).find(fits);
      await until(`an entry that fits ${fits}`, () => found() !== undefined);
      const entry = found();
      if (!entry) throw new Error('An entry went away.');
      return entry;
    },
    close() {
      closed = true;
      stir();
    },
  };
}
