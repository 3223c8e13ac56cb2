import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import { openDatabase } from '../../../src/adapters/postgres/open-database.ts';
import { rebuild } from '../../../src/adapters/postgres/rebuild.ts';
import { verifyDatabase } from '../../../src/adapters/postgres/verify-database.ts';
import { postgresInstalled, postgresServer, whyPostgres } from '../../support/postgres-server.ts';
import { record, tell } from '../../support/records-appending.ts';
import { dataFolder } from '../../support/records-folder.ts';
import { recordsOn } from '../../support/records-on-database.ts';
import {
  act,
  answered,
  dutyOf,
  opening,
  programStream,
  registered,
  reviewStream,
  smallChecklist,
} from '../../support/records-scene.ts';
import type { Records } from '../../support/records-set.ts';
import { service } from '../../support/require-services.ts';

describe('on the embedded database', () =>
  proofSuite(async () => {
    const folder = await dataFolder();
    const database = await openDatabase({ dataDir: folder.dataDir });
    return { database, clear: folder.remove };
  }));

service(
  'a Postgres server',
  postgresInstalled,
  whyPostgres,
)('on a Postgres server', () =>
  proofSuite(async () => {
    const server = await postgresServer();
    return { database: await openDatabase({ url: await server.createDatabase() }), clear: server.stop };
  }),
);

function proofSuite(make: () => Promise<{ database: Database; clear(): Promise<void> }>): void {
  let opened: Awaited<ReturnType<typeof make>> | undefined;
  let database: Database;
  beforeAll(async () => {
    opened = await make();
    database = opened.database;
  });
  afterAll(async () => {
    await opened?.database.close();
    await opened?.clear();
  });
  beforeEach(async () => {
    await sql`truncate streams, events, texts, redactions, reviews, duties, deliveries, last_answers`.execute(
      database.kysely,
    );
    await tellAStory(recordsOn(database));
  });

  test('what was recorded verifies, redaction and all', async () => {
    const seen: number[] = [];
    const verified = await verifyDatabase(database, { onProgress: ({ events }) => seen.push(events) });
    expect(verified).toEqual({ streams: 4, events: 12, problems: [] });
    expect(seen.at(-1)).toBe(12);
  });

  test.each([
    [
      'an answer rewritten',
      `update events set body = replace(body, '"yes"', '"no"') where type = 'QuestionAnswered'`,
      'was changed',
    ],
    ['an event redated', `update events set at = '2026-01-01T00:00:00.000Z' where version = 3`, 'was changed'],
    [
      'an event taken from the middle',
      `delete from events where stream = 'r-1' and version = 2`,
      'missing or out of order',
    ],
    ['events taken from the end', `delete from events where stream = 'r-1' and version > 3`, 'at the end are missing'],
    ['a text rewritten', `update texts set text = 'all fine' where text = 'kept note'`, 'not the text that was sealed'],
    ['a text taken with its row', `delete from texts where text = 'kept note'`, 'no event says that it was redacted'],
    [
      'a text taken and a redaction feigned',
      `with gone as (update texts set salt = null, text = null where text = 'kept note' returning seal)
      insert into redactions select seal, 'review', 'r-1', 1 from gone`,
      'no event says that it was redacted',
    ],
    ['a head taken away', `delete from streams where id = 'r-2'`, 'head of this stream is missing'],
    ['a head rewritten', `update streams set hash = repeat('0', 64) where id = 'r-2'`, 'names another hash'],
    ['a list that fell behind', `update reviews set version = 1 where id = 'r-1'`, 'rebuild'],
  ])('%s does not verify', async (_, tampering, sentence) => {
    await sql.raw(tampering).execute(database.kysely);
    const { problems } = await verifyDatabase(database);
    expect(problems.map((problem) => problem.sentence).join('\n')).toContain(sentence);
  });

  test('rebuilding gives exactly the tables that were there, and says how far it is', async () => {
    const before = await tables(database);
    for (const name of ['reviews', 'deliveries', 'last_answers', 'duties']) expect(before[name], name).not.toEqual([]);
    await sql`update reviews set asked = 99, title = 'wrong'`.execute(database.kysely);
    await sql`delete from duties`.execute(database.kysely);
    await sql`delete from last_answers`.execute(database.kysely);
    const progress: number[] = [];
    await rebuild(database, { onProgress: ({ streams, of }) => progress.push(streams / of) });
    expect(await tables(database)).toEqual(before);
    expect(progress).toEqual([1 / 3, 2 / 3, 1]);
  });

  test.each([
    ['after a crash half way, when tables are empty', `truncate reviews, duties, deliveries, last_answers`],
    [
      'with answers under which others stood',
      `update last_answers set review = 'r-2', tick = '2099-01-01T00:00:00.000Z'`,
    ],
    [
      'with answers of a review that does not exist',
      `update last_answers set review = 'r-9', tick = '2099-01-01T00:00:00.000Z'`,
    ],
    ['with an answer put ahead', `update last_answers set tick = '2099-01-01T00:00:00.000Z'`],
    ['with duties in other deliveries', `update duties set delivery = 'd-2', place = 5, dropped = false`],
    ['with duties turned round', `update duties set dropped = not dropped, kind = 'overdue'`],
    [
      'with rows of streams that do not exist',
      `insert into reviews select 'r-9', program, title, status, opened_at, due, deadline, asked, answered, demo, version
        from reviews where id = 'r-1';
      insert into deliveries (id, contact, status, at, attempts) values
        ('d-8', 'c-9', 'planned', '2026-11-24T08:00:00.000Z', 0), ('d-9', 'c-1', 'planned', '2026-11-24T08:00:00.000Z', 0);
      insert into duties (key, review, kind, contact, subject, ordinal, at, delivery, place) values
        ('r-9/ask/c-9/c-9/0', 'r-9', 'ask', 'c-9', 'c-9', 0, '2026-11-24T08:00:00.000Z', 'd-8', 0),
        ('r-9/ask/c-9/c-9/1', 'r-9', 'ask', 'c-9', 'c-9', 1, '2026-11-24T08:00:00.000Z', null, null)`,
    ],
  ])('rebuilding mends them %s', async (_, damage) => {
    const before = await tables(database);
    for (const statement of damage.split(';')) await sql.raw(statement).execute(database.kysely);
    expect(await tables(database)).not.toEqual(before);
    await rebuild(database);
    expect(await tables(database)).toEqual(before);
  });

  test('beside a rebuilding, a review that opens finds every last answer, and the sweep every review', async () => {
    const { readings } = recordsOn(database);
    const look = async () => [await readings.lastAnswers('small-program'), await readings.reviews()];
    const before = await look();
    let done = false;
    const rebuilding = rebuild(database).finally(() => {
      done = true;
    });
    const seen: unknown[] = [];
    // PGlite answers without ever leaving the turn, so a turn is given up by hand.
    for (; !done; await setImmediate()) seen.push(await look());
    await rebuilding;
    expect(seen.length).toBeGreaterThan(3);
    for (const some of seen) expect(some).toEqual(before);
  });

  test('nothing of a redacted text is left in any table', async () => {
    const dump = await Promise.all(
      ['events', 'texts', 'last_answers', 'reviews', 'redactions', 'deliveries', 'duties'].map(
        async (name) => (await sql`select * from ${sql.table(name)}`.execute(database.kysely)).rows,
      ),
    );
    expect(JSON.stringify(dump)).toContain('kept note');
    expect(JSON.stringify(dump)).not.toContain('Anna has the key');
    expect(JSON.stringify(dump[0] ?? [])).not.toContain('kept note');
  });
}

/** A program, two reviews of which the second carries words of the first that are redacted there later, and a contact. */
async function tellAStory(records: Records): Promise<void> {
  const [one, two] = [reviewStream('r-1'), reviewStream('r-2')];
  await records.checklists.keep(smallChecklist);
  await records.store.change(programStream('small-program'), { ...act, decide: () => ({ events: [registered()] }) });
  await record(records, one, opening());
  const answer = answered('access.mfa', 1, 'Anna has the key');
  const { events } = await record(records, one, answer, answered('access.logs', 1, 'kept note'));
  const given = events[0]?.event;
  if (given?.type !== 'QuestionAnswered' || !given.answer.note?.seal) throw new Error('The note was not sealed.');
  const duties = [dutyOf('r-1', 'c-1', 0), dutyOf('r-1', 'c-1', 1), dutyOf('r-1', 'c-1', 2), dutyOf('r-1', 'c-1', 3)];
  await record(records, one, { type: 'DutiesFellDue', duties });
  const first = {
    review: 'r-1',
    tick: '2026-11-23T08:00:00.000Z',
    outcome: 'meets',
    by: 'p-anna',
    at: '2026-11-23T09:00:00.000Z',
    carried: 0,
  } as const;
  const later = opening('2027-02-23T08:00:00.000Z', { 'access.mfa': given.answer });
  await record(records, two, {
    ...later,
    items: later.items.map((item) => (item.last ? { ...item, last: { ...item.last, ...first } } : item)),
  });
  await record(records, two, answered('access.logs', 1, 'another note'));
  await record(records, one, {
    type: 'TextRedacted',
    seal: given.answer.note.seal,
    reason: { text: 'a name was in it' },
  });
  await tell(
    records,
    'c-1',
    { type: 'DeliveryPlanned', delivery: 'd-1', duties: duties.slice(0, 2), at: '2026-11-24T08:00:00.000Z' },
    { type: 'DutiesDropped', duties: duties.slice(1, 3).map(({ key }) => key), because: 'answered' },
    { type: 'DeliveryPlanned', delivery: 'd-2', duties: duties.slice(3), at: '2026-11-25T08:00:00.000Z' },
    { type: 'DeliveryClaimed', delivery: 'd-1', until: '2026-11-24T08:02:00.000Z' },
  );
}

async function tables(database: Database): Promise<Record<string, unknown>> {
  const of = async (name: string) =>
    (await sql`select * from ${sql.table(name)} order by 1, 2`.execute(database.kysely)).rows;
  return {
    reviews: await of('reviews'),
    duties: await of('duties'),
    deliveries: await of('deliveries'),
    last_answers: await of('last_answers'),
  };
}
