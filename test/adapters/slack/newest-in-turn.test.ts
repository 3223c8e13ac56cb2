/** Of several presses on one message the card of the last is what remains. */
import { expect, it } from 'vitest';
import { newestInTurn } from '../../../src/adapters/slack/newest-in-turn.ts';

it('does what waits one after the other, of that only the newest, and goes on after a failure', async () => {
  const turns = newestInTurn();
  const done: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const work = (name: string, until?: Promise<void>) => async () => {
    await until;
    done.push(name);
    return name;
  };
  const fails = async () => {
    throw new Error('Slack is away.');
  };
  const first = await new Promise<{ done: Promise<string> }>((resolve) => {
    const done = turns('m1', async () => {
      resolve({ done });
      return work('first', held)();
    });
  });
  const [second, third] = [turns('m1', work('second')), turns('m1', work('third'))];
  const other = turns('m2', work('elsewhere'));
  expect(await other).toBe('elsewhere');
  release();
  expect(await Promise.all([first.done, second, third])).toEqual(['first', 'overtaken', 'third']);
  expect(done).toEqual(['elsewhere', 'first', 'third']);
  await expect(turns('m1', fails)).rejects.toThrow('Slack is away.');
  expect(await turns('m1', work('after'))).toBe('after');
});
