/**
 * Keeps cards that already stand current. Slack allows chat.update 50 times a minute for the whole workspace, so only cards
 * nobody just clicked are redrawn by it: late, each in its newest form only, and not at all where nothing changed.
 */
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Log } from '../../flow/ports/log.ts';
import type { Rendered } from './render.ts';

export type Redraw = { readonly ref: MessageRef; readonly mark: string; readonly rendered: Rendered };
export type Redraws = {
  later(redraw: Redraw): void;
  /** Work on one message, one after the other: what was drawn later is also sent later. */
  inTurn<T>(ref: MessageRef, work: () => Promise<T>): Promise<T>;
  /** It was just drawn in that form, through a click or when it was sent. */
  stands(ref: MessageRef, mark: string): void;
  close(): void;
};

export type Updating = {
  /** Milliseconds to wait before the next one, when Slack asks for it. */
  readonly update: (redraw: Redraw) => Promise<'done' | 'gone' | { readonly waitFor: number }>;
  readonly log: Pick<Log, 'warn'>;
  readonly every?: number;
  readonly burst?: number;
};

// 46 a minute, and four that may go at once after a quiet time: never more than 50 within any minute.
const usually = { every: 1_300, burst: 4 };
/** More than any workspace has open at once. A message forgotten here is drawn once too often, no more. */
const mostKnown = 20_000;

export function redraws({ update, log, every = usually.every, burst = usually.burst }: Updating): Redraws {
  const waiting = new Map<string, Redraw>();
  const standing = new Map<string, string>();
  const turns = new Map<string, Promise<unknown>>();
  let next = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function inTurn<T>(ref: MessageRef, work: () => Promise<T>): Promise<T> {
    const key = keyOf(ref);
    const done = (turns.get(key) ?? Promise.resolve()).then(work);
    const quiet = done.then(
      () => undefined,
      () => undefined,
    );
    turns.set(key, quiet);
    void quiet.then(() => turns.get(key) === quiet && turns.delete(key));
    return done;
  }

  function stands(ref: MessageRef, mark: string): void {
    const key = keyOf(ref);
    waiting.delete(key);
    standing.delete(key);
    standing.set(key, mark);
    const [oldest] = standing.keys();
    if (standing.size > mostKnown && oldest !== undefined) standing.delete(oldest);
  }

  function plan(): void {
    if (closed || timer || waiting.size === 0) return;
    // A redraw waits a moment anyway: what changes together is drawn together.
    timer = setTimeout(() => void drawNext(), Math.max(next - burst * every - Date.now(), 100));
    timer.unref();
  }

  async function drawNext(): Promise<void> {
    const [key, redraw] = waiting.entries().next().value ?? [];
    if (key !== undefined && redraw) {
      waiting.delete(key);
      next = Math.max(next, Date.now()) + every;
      await inTurn(redraw.ref, () => draw(key, redraw));
    }
    timer = undefined;
    plan();
  }

  async function draw(key: string, redraw: Redraw): Promise<void> {
    if (standing.get(key) === redraw.mark) return;
    const result = await update(redraw).catch((error: unknown) => {
      log.warn({ message: redraw.ref.message, error: String(error) }, 'A card could not be redrawn in Slack.');
      return 'failed' as const;
    });
    if (result === 'done' || result === 'gone') stands(redraw.ref, result === 'gone' ? gone : redraw.mark);
    else if (result !== 'failed') {
      next = Date.now() + result.waitFor + burst * every;
      if (!waiting.has(key)) waiting.set(key, redraw);
    }
  }

  return {
    later(redraw) {
      const key = keyOf(redraw.ref);
      const known = standing.get(key);
      if (closed || known === gone) return;
      if (known === redraw.mark) waiting.delete(key);
      else waiting.set(key, redraw);
      plan();
    },
    inTurn,
    stands,
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

const gone = 'deleted by somebody';

function keyOf({ conversation, message }: MessageRef): string {
  return `${conversation} ${message}`;
}
