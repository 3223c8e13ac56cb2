import { createPostgresBackend, type PgPool, type PostgresConnectionOptions, type PostgresQueueBackend } from 'bullmq';
import { expect, test } from 'vitest';
import { PatientWorker } from '../../../src/adapters/bullmq/patient-worker.ts';

test('a worker whose database refuses everything leaves the process its turns', async () => {
  let asked = 0;
  const refusing = {
    async query(statement: string) {
      // What it asks when it begins is answered, and what it asks for work is not.
      if (statement.includes('migration')) return { rows: [{ version: 1, server_version_num: '160000' }] };
      asked += 1;
      throw new Error('The disk is full.');
    },
    connect: async () => ({
      ...refusing,
      on: () => {},
      removeListener: () => {},
      removeAllListeners: () => {},
      release: () => {},
    }),
    end: async () => {},
    on: () => {},
    options: { keepAlive: true },
  };
  const options = { connection: refusing as unknown as PgPool, skipStalledCheck: true };
  const worker = new PatientWorker<PostgresQueueBackend, PostgresConnectionOptions>(
    'looking',
    async () => {},
    options,
    createPostgresBackend,
  );
  const complaint = new Promise((resolve) => worker.once('error', resolve));
  await complaint;
  await new Promise((resolve) => setTimeout(resolve, 300));
  await worker.close();
  // Without its breath it asks for ever, and this line is never reached.
  expect(asked).toBeLessThan(20);
});
