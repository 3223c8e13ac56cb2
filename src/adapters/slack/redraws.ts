/**
 * Keeps cards that already stand current. Slack allows chat.update 50 times a minute for the whole workspace, so only cards
 * nobody just clicked are redrawn by it: late, each in its newest form only, and not at all where nothing changed.
 */
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Log } from '../../flow/ports/log.ts';
import { inTurn } from './in-turn.ts';
import type { Rendered } from './render.ts';
import { type StandingCards, standingCards } from './standing-cards.ts';

export type Redraw = { readonly ref: MessageRef; readonly mark: string; readonly rendered: Rendered };
export type Redraws = {
  later(redraw: Redraw): void;
  /** Work on one message, one after the other. */
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

// 44 a minute, and four that may go at once after a quiet time: never more than 50 within any minute.
const usually = { every: 1_350, burst: 4 };
// What changes together is drawn together.
const aMoment = 100;

export function redraws({ update, log, every = usually.every, burst = usually.burst }: Updating): Redraws {
  const waiting = new Map<string, Redraw>();
  const standing = standingCards();
  const take = inTurn();
  let next = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function plan(): void {
    if (closed || timer || waiting.size === 0) return;
    timer = setTimeout(() => void drawNext(), Math.max(next - burst * every - Date.now(), aMoment)).unref();
  }

  async function drawNext(): Promise<void> {
    const [key, redraw] = waiting.entries().next().value ?? [];
    if (key !== undefined && redraw) {
      waiting.delete(key);
      next = Math.max(next, Date.now()) + every;
      const wait = await take(key, () => draw({ update, log, standing }, redraw));
      if (wait !== undefined) {
        next = Date.now() + wait + burst * every;
        // A newer form may have come meanwhile.
        if (!waiting.has(key)) waiting.set(key, redraw);
      }
    }
    timer = undefined;
    plan();
  }

  return {
    later(redraw) {
      const key = keyOf(redraw.ref);
      const known = standing.formOf(key);
      if (closed || known === gone) return;
      if (known === redraw.mark) waiting.delete(key);
      else waiting.set(key, redraw);
      plan();
    },
    inTurn: (ref, work) => take(keyOf(ref), work),
    stands(ref, mark) {
      waiting.delete(keyOf(ref));
      standing.stands(keyOf(ref), mark);
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

type Drawing = Pick<Updating, 'update' | 'log'> & { readonly standing: StandingCards };

/** How long Slack asks to wait, when it does. */
async function draw({ update, log, standing }: Drawing, redraw: Redraw): Promise<number | undefined> {
  const key = keyOf(redraw.ref);
  if (standing.formOf(key) === redraw.mark) return undefined;
  try {
    const result = await update(redraw);
    if (typeof result === 'object') return result.waitFor;
    standing.stands(key, result === 'gone' ? gone : redraw.mark);
  } catch (error) {
    // The next change or the next sweep draws it again.
    log.warn({ message: redraw.ref.message, error: String(error) }, 'A card could not be redrawn in Slack.');
  }
  return undefined;
}

const gone = 'deleted by somebody';

function keyOf({ conversation, message }: MessageRef): string {
  return `${conversation} ${message}`;
}
