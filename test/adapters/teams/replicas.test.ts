/** Two processes of one Muster on one Postgres: whatever reaches the one may come again to the other. */

import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../../src/adapters/postgres/open-database.ts';
import { postgresConversations } from '../../../src/adapters/postgres/postgres-conversations.ts';
import { postgresMessages } from '../../../src/adapters/postgres/postgres-messages.ts';
import { postgresPacing } from '../../../src/adapters/postgres/postgres-pacing.ts';
import { toInstant } from '../../../src/domain/time/instant.ts';
import { type PostgresServer, postgresInstalled, postgresServer, whyPostgres } from '../../support/postgres-server.ts';
import { service } from '../../support/require-services.ts';
import { refusals } from '../../support/teams/answer.ts';
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
    pauses.length = 0;
    house = await teamsHouse({ owners: 100, muster: { ...rowsOf(one), pause } });
    // A hundred people were met just now, and Teams counts every question.
    house.clock.set('2026-11-23T08:31:00.000Z');
    other = await house.replica({ ...rowsOf(two), pause });
  });
  afterEach(async () => {
    expect(house.teams.violations).toEqual([]);
    await other.close();
    await house.close();
    await Promise.all(databases.map((database) => database.close()));
  });

  const rowsOf = (database: Database) => ({
    conversations: postgresConversations(database),
    messages: postgresMessages(database),
    pacing: postgresPacing(database),
  });
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => {
    pauses.push(milliseconds);
    house.clock.set(toInstant(Date.parse(house.clock.now()) + milliseconds));
  };
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

  it('the part of a long card that somebody turned to stays, whichever draws it next', async () => {
    await house.opened();
    await house.teams.say(house.user('security'), 'status');
    const lead = house.user('security');
    const card = () => house.teams.chat(lead).findLast((one) => one.card) ?? expect.fail('There is no card.');
    const said = () => house.teams.says(card(), lead);
    expect(said()).toContain('Part 1 of');
    const { edits } = card();
    await house.teams.press(lead, { press: 'Next' });
    await house.teams.when('the next part', () => card().edits > edits && said().includes('Part 2 of'));
    const ref = { platform: 'teams', conversation: house.teams.chatIdOf(lead), message: card().id } as const;
    const { conversations, messages } = rowsOf(databases[0] ?? expect.fail());
    await expect.poll(() => conversations.isBeingDrawn(ref)).toBe(false);
    const { view } = (await messages.byRef(ref)) ?? expect.fail();
    const drawnNow = await house.desk.card(view, house.who('security'));
    expect(await other.muster.messenger.redrawing?.redraw(ref, view, drawnNow)).toBe('done');
    expect(said()).toContain('Part 2 of');
    house.teams.endpoint(other.url);
    await house.teams.press(lead, { press: 'Back' });
    await house.teams.when('the part before', () => said().includes('Part 1 of'));
  });

  it('they reply in one conversation no faster than Teams takes, both together', async () => {
    for (let word = 0; word < 40; word += 1) {
      house.teams.endpoint(word % 2 === 0 ? house.url : other.url);
      expect((await house.teams.say(house.user('platform'), 'help')).status).toBe(200);
    }
    expect(house.teams.posts().filter(({ status }) => status !== 201)).toEqual([]);
    expect(pauses.length).toBeGreaterThan(30);
  });

  it('where the one may not write the other asks no sooner, also after a restart, but once Muster is let in', async () => {
    await house.teams.say(house.user('platform'), 'help');
    const message = answers().at(-1)?.id ?? expect.fail();
    const ref = { platform: 'teams', conversation: house.teams.chatIdOf(house.user('platform')), message } as const;
    const card = await house.desk.card({ show: 'help' }, house.who('platform'));
    const redraw = ({ messenger }: typeof house.muster) => messenger.redrawing?.redraw(ref, { show: 'help' }, card);
    house.teams.fail('update', refusals.disabledByAdmin);
    await expect(redraw(house.muster)).rejects.toThrow('the Teams admin has blocked the Muster app');
    const calls = house.teams.calls('update').length;
    await expect(redraw(other.muster)).rejects.toThrow('Muster may not write there');
    expect(house.teams.calls('update')).toHaveLength(calls);
    await house.teams.install(house.user('platform'));
    expect(await redraw(other.muster)).toBe('done');
  });
});
