/** Who waits for a form waits as long as an update may take, and is answered while Teams still listens. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hold } from '../../../src/adapters/teams/holding.ts';
import { memoryConversations } from '../../support/memory-conversations.ts';
import { testClock } from '../../support/test-clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ref = { platform: 'teams', conversation: 'a:pia', message: '1' } as const;

async function opening() {
  const clock = testClock('2026-11-23T08:30:00.000Z');
  const conversations = memoryConversations();
  const begun = await conversations.beginDrawing(ref, clock.now());
  if (typeof begun === 'string') expect.fail(begun);
  const said: boolean[] = [];
  const held = hold({ conversations, clock }, ref, {}).then((waited) => said.push(waited));
  return { said, held, end: () => conversations.endDrawing(ref, begun) };
}

it('a form is opened after an update that took long', async () => {
  const { said, held, end } = await opening();
  await vi.advanceTimersByTimeAsync(9_000);
  expect(said).toEqual([]);
  await end();
  await vi.advanceTimersByTimeAsync(1_000);
  await held;
  expect(said).toEqual([true]);
});

it('a form is opened though nobody ends the update', async () => {
  const { said } = await opening();
  await vi.advanceTimersByTimeAsync(12_000);
  expect(said).toEqual([true]);
});
