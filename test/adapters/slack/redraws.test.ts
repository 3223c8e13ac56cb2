/** Cards nobody clicked are redrawn late, in their newest form only, and under Slack's limit for the whole workspace. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprint } from '../../../src/adapters/slack/fingerprint.ts';
import { type Redraw, redraws } from '../../../src/adapters/slack/redraws.ts';
import type { Card } from '../../../src/domain/card/card.ts';

const log = { warn: () => undefined };
const card = (message: string, mark: string): Redraw => ({
  ref: { platform: 'slack', conversation: 'D1', message },
  mark,
  rendered: { text: mark, blocks: [] },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a card', () => {
  it('is drawn in its newest form only, and not again while nothing changes', async () => {
    const drawn: string[] = [];
    const some = redraws({
      log,
      update: async ({ mark }) => {
        drawn.push(mark);
        return 'done' as const;
      },
    });
    for (const mark of ['a', 'b', 'c']) some.later(card('1', mark));
    await vi.advanceTimersByTimeAsync(60_000);
    some.later(card('1', 'c'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(drawn).toEqual(['c']);
  });

  it('that a click has just drawn is left alone, and one that was deleted for good', async () => {
    const drawn: string[] = [];
    const some = redraws({
      log,
      update: async ({ ref }) => {
        drawn.push(ref.message);
        return 'gone' as const;
      },
    });
    some.later(card('1', 'a'));
    some.stands(card('1', 'a').ref, 'b');
    some.later(card('2', 'a'));
    await vi.advanceTimersByTimeAsync(60_000);
    some.later(card('2', 'b'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(drawn).toEqual(['2']);
  });

  it('never makes more than fifty calls in any minute, however many change', async () => {
    const at: number[] = [];
    const some = redraws({
      log,
      update: async () => {
        at.push(Date.now());
        return 'done' as const;
      },
    });
    for (let message = 0; message < 200; message += 1) some.later(card(String(message), 'a'));
    await vi.advanceTimersByTimeAsync(6 * 60_000);
    expect(at).toHaveLength(200);
    for (const start of at)
      expect(at.filter((time) => time >= start && time < start + 60_000).length).toBeLessThanOrEqual(50);
  });

  it('waits as long as Slack asks, and then goes out', async () => {
    const at: number[] = [];
    const start = Date.now();
    const answers = [{ waitFor: 20_000 }, 'done' as const];
    const some = redraws({
      log,
      update: async () => {
        at.push(Date.now() - start);
        return answers.shift() ?? 'done';
      },
    });
    some.later(card('1', 'a'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(at).toHaveLength(2);
    expect(at[1]).toBeGreaterThanOrEqual(20_000);
  });

  it('is no other for being older', () => {
    const of = (text: string): Card => ({ title: 'T', lines: [[{ text }]], rows: [], actions: [], summary: 's' });
    expect(fingerprint(of('you, just now'))).toBe(fingerprint(of('you, 12 minutes ago')));
    expect(fingerprint(of('5 of 8 answered'))).not.toBe(fingerprint(of('6 of 8 answered')));
  });
});
