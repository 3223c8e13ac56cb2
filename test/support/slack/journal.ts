/** What this Slack was asked and what it answered, in order; and waiting for it, always for an event and never for a time. */
import type { Fields } from './json.ts';

/** In milliseconds. Only a broken app comes near it, also on a busy machine. */
const deadline = 30_000;

export type Entry = {
  /** A Web API method, `response_url`, or the kind of payload the app was sent, e.g. `block_actions`. */
  readonly name: string;
  readonly args: Fields;
  readonly status: number;
  readonly answer: Fields;
  readonly at: number;
  /** What a scripted fault did to it. */
  readonly fault?: string;
  /** The response_url it came to. */
  readonly url?: string;
};

export type Journal = ReturnType<typeof journal>;

export function journal() {
  const entries: Entry[] = [];
  const waiting = new Set<() => void>();
  const told = () =>
    entries.map(({ name, answer }) => `${name}${answer['ok'] === false ? ` (${answer['error']})` : ''}`);

  function until(says: string, holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`Not seen in Slack: ${says}. Seen: ${told().slice(-30).join(', ') || 'nothing'}.`));
      }, deadline);
      // Unreferenced: who closes this Slack without an end to a wait is not held up by it.
      late.unref();
      function look() {
        if (!holds()) return;
        clearTimeout(late);
        waiting.delete(look);
        resolve();
      }
      waiting.add(look);
      look();
    });
  }
  /** Something changed that is not an entry, such as a socket that connected. */
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
  };
}
