/** Readiness: the database decides, and no queue may keep a probe waiting. */
import { expect, test } from 'vitest';
import { readiness } from '../../src/wiring/readiness.ts';
import { memoryConnections } from '../support/memory-connections.ts';

const said: string[] = [];
const note = (_: object, sentence: string) => void said.push(sentence);
const asked = (queue: () => Promise<boolean>, database: { ready: true } | { ready: false; reason: string }) => ({
  database: { healthy: async () => database },
  ports: { connections: memoryConnections(), alarms: { healthy: queue } },
  log: { info: note, warn: note, error: note },
});
const frozen = () => new Promise<boolean>(() => undefined);

test('a frozen queue keeps nobody waiting who asks whether answers are taken, and is told to the log', async () => {
  expect(await readiness(asked(frozen, { ready: true }))).toEqual({ ready: true });
  expect(said).toEqual([expect.stringContaining('The queue cannot be reached')]);
});

test('a database that is away is the answer, whatever the queue says', async () => {
  const away = asked(frozen, { ready: false, reason: 'It does not answer.' });
  expect(await readiness(away)).toEqual({ ready: false, sentence: 'It does not answer.' });
});
