/** What somebody enters in Teams and has not saved is there in whichever process they press next, and none draws over it. */
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../../src/adapters/postgres/open-database.ts';
import { postgresConversations } from '../../../src/adapters/postgres/postgres-conversations.ts';
import { postgresMessages } from '../../../src/adapters/postgres/postgres-messages.ts';
import { postgresPacing } from '../../../src/adapters/postgres/postgres-pacing.ts';
import { pruneUnsaved } from '../../../src/adapters/postgres/unsaved.ts';
import type { ReviewId } from '../../../src/domain/event.ts';
import { gate } from '../../support/gate.ts';
import { type PostgresServer, postgresInstalled, postgresServer, whyPostgres } from '../../support/postgres-server.ts';
import { service } from '../../support/require-services.ts';
import { answeredAtLength, long, prompt } from './a-long-answer.ts';
import { type Place, placeIn, sending } from './places.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

service(
  'a Postgres server',
  postgresInstalled,
  whyPostgres,
)('what is not saved yet', () => {
  let server: PostgresServer;
  let url: string;
  let closing: (() => Promise<void>)[];
  let first: ReturnType<typeof rowsOf>;
  let house: TeamsHouse;
  let review: ReviewId;
  let place: Place;
  beforeAll(async () => {
    server = await postgresServer();
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    url = await server.createDatabase();
    closing = [];
    first = rowsOf(await open());
    house = await teamsHouse({ muster: first });
    closing.push(house.close);
    review = await house.opened();
    place = placeIn(house, { by: 'mine' });
  });
  afterEach(async () => {
    expect(house.teams.violations).toEqual([]);
    expect(house.log.said.filter(({ level }) => level === 'error')).toEqual([]);
    for (const close of closing.toReversed()) await close();
  });

  async function open(): Promise<Database> {
    const database = await openDatabase({ url });
    closing.push(() => database.close());
    return database;
  }
  const rowsOf = (database: Database) => ({
    conversations: postgresConversations(database),
    messages: postgresMessages(database),
    pacing: postgresPacing(database),
  });
  async function other() {
    const replica = await house.replica(rowsOf(await open()));
    closing.push(replica.close);
    return replica;
  }

  const meanwhile = [
    { what: 'another process is asked', next: other },
    {
      what: 'Muster is started anew',
      async next() {
        await house.muster.close();
        return other();
      },
    },
  ];

  /** Until the message itself shows what came of it, whichever process draws it. */
  async function turning(press: string, fill = {}, near?: string): Promise<void> {
    const edits = () => house.teams.chat(house.user('platform')).findLast(({ card }) => card)?.edits ?? 0;
    const before = edits();
    await place.press('platform', { press, ...(near && { near }) }, fill);
    await house.teams.when('the message following', () => edits() > before);
  }

  /** Changes an answer whose form takes pages, and enters something on the first of them. */
  async function changing(): Promise<void> {
    await answeredAtLength(house, review);
    await place.show('platform', { show: 'prompt', review, prompt });
    while (place.says('platform').includes('[Next]')) await turning('Next');
    await place.press('platform', { press: 'Change' });
    await place.press('platform', { press: 'Next page' }, { Answer: words });
    expect(place.says('platform')).toContain('Page 2 of');
  }
  const words = long('and what is new');
  const textGiven = async () => {
    const answer = (await house.review(review)).items.get(prompt)?.answers.at(-1)?.answer;
    return answer?.status === 'answered' && answer.response.kind === 'text' ? answer.response.text : undefined;
  };

  it.each(meanwhile)('of a page of a form is saved from another page when $what', async ({ next }) => {
    await changing();
    house.teams.endpoint((await next()).url);
    await place.press('platform', { press: 'Save' });
    expect(await textGiven()).toMatchObject({ text: words });
  });

  it.each(meanwhile)('of a card stands there again when $what', async ({ next }) => {
    await place.show('platform', { show: 'section', review, section: 'access-control', page: 1 });
    await turning('Next: Change Management', { '1. Answer': words });
    // The last that is done with a card that has fields.
    const { conversation, id: message } =
      house.teams.chat(house.user('platform')).findLast(({ card }) => card) ?? hers();
    while (!(await first.conversations.isHeld({ conversation, message }, house.clock.now())));
    house.teams.endpoint((await next()).url);
    await turning('All sections');
    await turning('Open', {}, 'Access Control');
    await turning('Save');
    expect(await textGiven()).toMatchObject({ text: words });
  });

  it('and forgotten after a day is not said to be saved', async () => {
    await changing();
    const database = await open();
    await sql`update held_messages set at = at - interval '25 hours'`.execute(database.kysely);
    await pruneUnsaved(database);
    await place.press('platform', { press: 'Save' });
    expect(place.says('platform')).toContain('What was entered on the other pages is not known any more.');
    expect(await textGiven()).toMatchObject({ text: long('the end of the answer') });
  });

  const hers = () => house.teams.chat(house.user('platform'))[0] ?? expect.fail('She was not asked.');
  async function redrawing() {
    const { muster } = await other();
    const ref = { platform: 'teams', conversation: hers().conversation, message: hers().id } as const;
    const view = { show: 'opening', review } as const;
    const card = await house.desk.card(view, house.who('platform'));
    return async () => muster.messenger.redrawing?.redraw(ref, view, card);
  }

  it('is not drawn over by another process that began before the form was opened', async () => {
    const redraw = await redrawing();
    const hanging = house.teams.fail('update', { fault: 'hang' });
    const order: string[] = [];
    const drawn = redraw().then(() => order.push('drawn'));
    await hanging.struck;
    const waiting = gate();
    const { isBeingDrawn } = first.conversations;
    first.conversations.isBeingDrawn = (ref) => {
      waiting.open();
      return isBeingDrawn(ref);
    };
    const opening = house.teams.press(house.user('platform'), { press: 'Remind me…' });
    const opened = opening.finally(() => order.push('form opened'));
    await Promise.race([waiting.passed, opened]);
    hanging.release();
    await Promise.all([drawn, opened]);
    expect(order).toEqual(['drawn', 'form opened']);
    expect(sending((await opening).card ?? {})).toBe('Remind me then');
    await expect(redraw()).rejects.toThrow('Somebody is filling in a form there');
  });
});
