/** Which platforms are paused, in this process. */
import type { Paused } from '../../src/domain/paused.ts';
import type { Connections } from '../../src/flow/ports/connections.ts';

export function memoryConnections(): Connections {
  const pauses = new Map<string, Paused>();
  return {
    async pause(platform, why, since) {
      if (!pauses.has(platform)) pauses.set(platform, { platform, why, since });
    },
    async resume(platform) {
      pauses.delete(platform);
    },
    paused: async () => [...pauses.values()],
  } satisfies Connections;
}
