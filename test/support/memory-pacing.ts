/** Turns counted in this process. */
import { millisecondsOf, toInstant } from '../../src/domain/time/instant.ts';
import type { Pacing } from '../../src/flow/ports/pacing.ts';
import { ask, type Count } from '../../src/flow/turns.ts';

export function memoryPacing(): Pacing {
  const counts = new Map<string, Count>();
  const places = new Map<string, number>();
  return {
    async take(paces, now, who) {
      const at = millisecondsOf(now);
      const place = places.get(who) ?? 0;
      if (place > at) return { go: false, at: toInstant(place) };
      const asked = ask(
        paces.map((pace) => ({ pace, count: counts.get(pace.key) ?? { next: 0, place: 0 } })),
        at,
      );
      for (const [index, count] of asked.counts.entries()) counts.set(paces[index]?.key ?? '', count);
      if (asked.go) places.delete(who);
      else places.set(who, asked.at);
      return asked.go ? { go: true } : { go: false, at: toInstant(asked.at) };
    },
    waiting: async (now) => new Set([...places].filter(([, at]) => at > millisecondsOf(now)).map(([who]) => who)),
  } satisfies Pacing;
}
