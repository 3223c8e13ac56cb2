/** However many knock with whatever tokens, Microsoft's keys are asked for once at a time, and nobody waits for them for ever. */
import { expect, it } from 'vitest';
import { KeysLate, verifying } from '../../../src/adapters/teams/verifying.ts';

const never = () => new Promise<void>(() => undefined);
const lateOnes = (all: readonly PromiseSettledResult<void>[]) =>
  all.filter((one) => one.status === 'rejected' && one.reason instanceof KeysLate);

it('fifty who come while the keys hang are all told, after one fetch', async () => {
  const inTurn = verifying(20);
  let fetches = 0;
  const hanging = () => {
    fetches += 1;
    return never();
  };
  const all = Array.from({ length: 50 }, (_, at) => inTurn(`made-up-${at}`, hanging));
  expect(lateOnes(await Promise.allSettled(all))).toHaveLength(50);
  expect(fetches).toBe(1);
});

it('whose key verified before does not wait behind strangers', async () => {
  const inTurn = verifying(20);
  await inTurn('microsoft', async () => undefined);
  const stranger = inTurn('made-up', never);
  const theirs = inTurn('microsoft', async () => undefined);
  await theirs;
  expect(lateOnes(await Promise.allSettled([stranger, theirs]))).toHaveLength(1);
});

it('one who is refused keeps nobody else out', async () => {
  const inTurn = verifying();
  const forged = inTurn('microsoft', () => Promise.reject(new Error('forged')));
  const good = inTurn('microsoft', async () => undefined);
  await expect(forged).rejects.toThrow('forged');
  await good;
});
