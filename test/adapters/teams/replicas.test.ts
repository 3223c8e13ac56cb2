/** Two processes of one Muster on one Postgres: whatever reaches the one may come again to the other. */

import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../../src/adapters/postgres/open-database.ts';
import { postgresConversations } from '../../../src/adapters/postgres/postgres-conversations.ts';
import { type PostgresServer, postgresInstalled, postgresServer, whyPostgres } from '../../support/postgres-server.ts';
import { service } from '../../support/require-services.ts';
import type { Seen } from '../../support/teams/faults.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

service(
  'a Postgres server',
  postgresInstalled,
  whyPostgres,
)('two replicas', () => {
  let server: PostgresServer;
  let databases: readonly Database[];
  let house: TeamsHouse;
  let other: Awaited<ReturnType<TeamsHouse['replica']>>;
  beforeAll(async () => {
    server = await postgresServer();
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    const url = await server.createDatabase();
    const [one, two] = [await openDatabase({ url }), await openDatabase({ url })];
    databases = [one, two];
    house = await teamsHouse({ muster: { conversations: postgresConversations(one) } });
    other = await house.replica({ conversations: postgresConversations(two) });
  });
  afterEach(async () => {
    expect(house.teams.violations).toEqual([]);
    await other.close();
    await house.close();
    await Promise.all(databases.map((database) => database.close()));
  });

  const toPia = { when: ({ conversation }: Seen) => conversation === house.teams.chatIdOf(house.user('platform')) };
  const same = { alter: (activity: object) => ({ ...activity, id: 'the same' }) };
  const typed = () => house.teams.say(house.user('platform'), 'mine', same);
  const answers = () => house.teams.chat(house.user('platform')).filter(({ card }) => card);

  it('what comes again to the other while the first answers is told to come later, and is answered once', async () => {
    const hanging = house.teams.fail('post', { fault: 'hang' }, toPia);
    const first = typed();
    await hanging.struck;
    house.teams.endpoint(other.url);
    expect((await typed()).status).toBe(503);
    expect(answers()).toEqual([]);
    hanging.release();
    expect((await first).status).toBe(200);
    expect((await typed()).status).toBe(200);
    expect(answers()).toHaveLength(1);
  });

  it('what the first could not answer the other does', async () => {
    house.teams.fail('post', { fault: 'rate limit', seconds: 60 }, toPia);
    expect((await typed()).status).toBe(503);
    house.teams.endpoint(other.url);
    expect((await typed()).status).toBe(200);
    expect(answers()).toHaveLength(1);
  });

  it('what a dead one left half said is not said again, as it may have been', async () => {
    const hanging = house.teams.fail('post', { fault: 'hang' }, toPia);
    const first = typed();
    await hanging.struck;
    house.teams.endpoint(other.url);
    await sql`update heard_marks set leased_until = clock_timestamp()`.execute(databases[0]?.kysely ?? expect.fail());
    expect((await typed()).status).toBe(200);
    expect(answers()).toEqual([]);
    hanging.release();
    await first;
  });
});
