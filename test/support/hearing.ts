/** Hears alarms ring, and waits for them: always for an event and never for a time. */
import type { Alarm } from '../../src/flow/ports/alarms.ts';

/** In milliseconds. Only a broken queue comes near it, also on a busy machine. */
const deadline = 30_000;

export type Ear = ReturnType<typeof hearing>;

export function hearing() {
  const rung: Alarm[] = [];
  const failing = new Map<string, number>();
  const waiting = new Set<() => void>();
  const keyOf = (alarm: Alarm) => `${alarm.look} ${alarm.id} ${alarm.at}`;
  const times = (alarm: Alarm) => rung.filter((other) => keyOf(other) === keyOf(alarm)).length;
  const until = (said: string, holds: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`Not heard: ${said}. Heard: ${rung.map(keyOf).join(', ') || 'nothing'}.`));
      }, deadline);
      const look = () => {
        if (!holds()) return;
        clearTimeout(late);
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const heard = (alarm: Alarm, count = 1) => until(`${keyOf(alarm)} ${count} times`, () => times(alarm) >= count);

  return {
    rung: rung as readonly Alarm[],
    times,
    heard,
    /** Its handler rejects that often. */
    fail: (alarm: Alarm, count: number) => void failing.set(keyOf(alarm), count),
    async ring(alarm: Alarm): Promise<void> {
      rung.push(alarm);
      for (const look of [...waiting]) look();
      const left = failing.get(keyOf(alarm)) ?? 0;
      failing.set(keyOf(alarm), left - 1);
      if (left > 0) throw new Error(`The handler of ${keyOf(alarm)} fails on purpose.`);
    },
    /** Does something again and again until it was heard that often. */
    async meanwhile(alarm: Alarm, count: number, act: () => Promise<void>): Promise<void> {
      const wanted = heard(alarm, count);
      wanted.catch(() => {});
      const end = Date.now() + deadline;
      while (times(alarm) < count && Date.now() < end) {
        await act();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await wanted;
    },
  };
}
