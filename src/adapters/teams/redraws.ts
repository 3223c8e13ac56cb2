/**
 * Keeps cards that already stand current: late, one after the other, each in its newest form only, and not at all where
 * nothing changed or somebody is filling in a form.
 */
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Log } from '../../flow/ports/log.ts';
import type { Rendered } from './render.ts';

export type Redraw = { readonly ref: MessageRef; readonly mark: string; readonly rendered: Rendered };
export type Redraws = {
  later(redraw: Redraw): void;
  /** It was just sent in that form. */
  stands(ref: MessageRef, mark: string): void;
  /** Which part of a long card is looked at there. */
  partOf(ref: MessageRef): number | undefined;
  turn(ref: MessageRef, part: number): void;
  close(): void;
};

export type Updating = {
  /** Milliseconds to wait before another attempt at this one, when it did not work. */
  readonly update: (redraw: Redraw) => Promise<'done' | 'gone' | { readonly waitFor: number }>;
  readonly log: Pick<Log, 'warn'>;
  /** Milliseconds between two, and between two in one conversation: Teams counts both. */
  readonly every?: number;
  readonly apart?: number;
};

/** More than any organisation has open at once. A message forgotten here is drawn once too often, no more. */
const mostKnown = 20_000;
const gone = 'deleted by somebody';

// Ten a second of the fifty an app may ask in a tenant; and in one conversation 1,800 an hour, posts among them.
const usually = { every: 100, apart: 2_010 };

export function redraws({ update, log, every = usually.every, apart = usually.apart }: Updating): Redraws {
  const waiting = new Map<string, Redraw & { readonly from: number }>();
  const standing = new Map<string, string>();
  const parts = new Map<string, number>();
  const quiet = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function plan(): void {
    if (closed || timer || waiting.size === 0) return;
    const soonest = Math.min(...[...waiting.values()].map(whenFor));
    timer = setTimeout(() => void drawNext(), Math.max(soonest - Date.now(), every));
    timer.unref();
  }

  function whenFor({ ref, from }: Redraw & { readonly from: number }): number {
    return Math.max(from, quiet.get(ref.conversation) ?? 0);
  }

  async function drawNext(): Promise<void> {
    const [key, redraw] = [...waiting].find(([, one]) => whenFor(one) <= Date.now()) ?? [];
    if (key !== undefined && redraw) {
      waiting.delete(key);
      keep(quiet, redraw.ref.conversation, Date.now() + apart);
      await draw(key, redraw);
    }
    timer = undefined;
    plan();
  }

  async function draw(key: string, redraw: Redraw): Promise<void> {
    try {
      const result = await update(redraw);
      if (result === 'done') keep(standing, key, redraw.mark);
      else if (result === 'gone') keep(standing, key, gone);
      else if (!waiting.has(key)) waiting.set(key, { ...redraw, from: Date.now() + result.waitFor });
    } catch (error) {
      log.warn({ message: redraw.ref.message, error: String(error) }, 'A card could not be redrawn in Teams.');
    }
  }

  return {
    later(redraw) {
      const key = keyOf(redraw.ref);
      const known = standing.get(key);
      if (closed || known === gone) return;
      if (known === redraw.mark) waiting.delete(key);
      else waiting.set(key, { ...redraw, from: Date.now() });
      plan();
    },
    stands: (ref, mark) => keep(standing, keyOf(ref), mark),
    partOf: (ref) => parts.get(keyOf(ref)),
    turn: (ref, part) => keep(parts, keyOf(ref), part),
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > mostKnown && oldest !== undefined) map.delete(oldest);
}

function keyOf({ conversation, message }: MessageRef): string {
  return `${conversation} ${message}`;
}
