/** Turns at a platform's pace: never faster, and hardly slower than it permits. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toInstant } from '../../src/domain/time/instant.ts';
import { memoryPacing } from '../support/memory-pacing.ts';

const start = Date.parse('2026-11-23T08:00:00.000Z');
const workspace = { key: 'post', every: 200, burst: 5 };
const own = (who: string) => ({ key: `post/${who}`, every: 1_000, burst: 1 });

/** Everybody asks at once, and again when they are told to. */
async function times(count: number): Promise<readonly number[]> {
  const pacing = memoryPacing();
  const went: number[] = [];
  let waiting = Array.from({ length: count }, (_, at) => ({ who: `d-${at}`, at: start }));
  while (waiting.length > 0) {
    const [next, ...others] = waiting.toSorted((a, b) => a.at - b.at);
    if (!next) break;
    const turn = await pacing.take([workspace, own(next.who)], toInstant(next.at), next.who);
    if (turn.go) went.push(next.at - start);
    waiting = turn.go ? others : [...others, { ...next, at: Date.parse(turn.at) }];
  }
  return went;
}

it('a thousand messages take hardly longer than three hundred a minute permit', async () => {
  const went = await times(1_000);
  expect(went).toHaveLength(1_000);
  expect(Math.max(...went)).toBeLessThanOrEqual((1_000 / 300) * 60_000 * 1.05);
  for (const from of went)
    expect(went.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(305);
}, 60_000);

it('who asks again too early keeps their place and takes nobody else’s', async () => {
  const pacing = memoryPacing();
  const ask = (who: string, at: number) => pacing.take([workspace], toInstant(start + at), who);
  for (let one = 0; one < 5; one += 1) expect(await ask(`first-${one}`, 0)).toEqual({ go: true });
  const place = await ask('late', 0);
  expect(place.go).toBe(false);
  for (let again = 0; again < 50; again += 1) expect(await ask('late', 1)).toEqual(place);
  expect(await ask('later', 1)).toEqual({ go: false, at: toInstant(start + 400) });
  expect(await ask('late', 200)).toEqual({ go: true });
});

it('nobody goes faster than any of the paces, however they ask', async () => {
  const asking = fc.array(fc.tuple(fc.nat(20), fc.nat(400)), { maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(asking, async (asks) => {
      const pacing = memoryPacing();
      const went: number[] = [];
      let now = start;
      for (const [who, later] of asks) {
        now += later;
        if ((await pacing.take([workspace, own(String(who))], toInstant(now), String(who))).go) went.push(now);
      }
      for (const from of went)
        expect(went.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(9);
    }),
  );
});
