/** Which platforms are paused, in this process. */
import type { Paused } from '../../src/domain/paused.ts';
import type { Account, Connections } from '../../src/flow/ports/connections.ts';

export function memoryConnections(): Connections {
  const pauses = new Map<string, Paused>();
  const accounts = new Map<string, Account>();
  return {
    async pause(platform, why, since) {
      if (!pauses.has(platform)) pauses.set(platform, { platform, why, since });
    },
    async resume(platform) {
      pauses.delete(platform);
    },
    paused: async () => [...pauses.values()],
    async remember(platform, account) {
      accounts.set(platform, account);
    },
    async remembered(platform, mark) {
      const known = accounts.get(platform);
      return known?.mark === mark ? known.says : undefined;
    },
  } satisfies Connections;
}
