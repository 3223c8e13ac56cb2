import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alarmsContract } from '../../support/alarms-contract.ts';
import { hearing } from '../../support/hearing.ts';
import { type PostgresServer, postgresInstalled, postgresServer, whyPostgres } from '../../support/postgres-server.ts';
import { service } from '../../support/require-services.ts';
import { outageCases } from './outage-cases.ts';
import { postgresWorld } from './postgres-world.ts';
import { queueCases } from './queue-cases.ts';

service(
  'Postgres',
  postgresInstalled,
  whyPostgres,
)('BullMQ on a Postgres server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await postgresServer();
  });
  afterAll(() => server.stop());

  alarmsContract('a Postgres server', () => postgresWorld(server));
  queueCases('a Postgres server', () => postgresWorld(server));
  outageCases('Postgres', mortalWorld);

  describe('several processes on one database', () => {
    test('migrate it together, and none starves for connections', async () => {
      const world = await postgresWorld(server);
      const ear = hearing();
      const all = await Promise.all([world.open(), world.open(), world.open()]);
      for (const alarms of all) await alarms.start(ear.ring);
      const many = Array.from({ length: 100 }, (_, index) => ({
        look: index % 2 ? ('review' as const) : ('delivery' as const),
        id: `alarm-${index}`,
        at: world.clock.now(),
      }));
      await Promise.all(many.map((alarm, index) => all[index % 3]?.set(alarm)));
      for (const alarm of many) await ear.heard(alarm);
      expect(ear.rung).toHaveLength(100);
      await world.end();
    });
  });
});

/** On a server of its own: one that died recovers the longer the more databases it holds. */
async function mortalWorld() {
  const server = await postgresServer();
  const world = await postgresWorld(server);
  return {
    ...world,
    server,
    async end() {
      await world.end();
      await server.stop();
    },
  };
}
