import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import { demoClockRow } from '../../../src/adapters/postgres/demo-clock-row.ts';
import { pruneOnce } from '../../../src/adapters/postgres/once.ts';
import { openDatabase } from '../../../src/adapters/postgres/open-database.ts';
import { postgresConversations } from '../../../src/adapters/postgres/postgres-conversations.ts';
import { pruneUnsaved } from '../../../src/adapters/postgres/unsaved.ts';
import { verifyDatabase } from '../../../src/adapters/postgres/verify-database.ts';
import { isRefusal, type Recorded } from '../../../src/domain/event.ts';
import type { ReviewEvent } from '../../../src/domain/review/events.ts';
import type { Words } from '../../../src/domain/words.ts';
import type { Conversation } from '../../../src/flow/ports/conversations.ts';
import { StoreUnavailable } from '../../../src/flow/ports/event-store.ts';
import { type PostgresServer, postgresInstalled, postgresServer, whyPostgres } from '../../support/postgres-server.ts';
import { eventsOf, record, tell } from '../../support/records-appending.ts';
import { recordsOn } from '../../support/records-on-database.ts';
import { writerProcess } from '../../support/records-process.ts';
import { act, answered, dutyOf, opening, reviewStream, smallChecklist } from '../../support/records-scene.ts';
import type { Records } from '../../support/records-set.ts';
import { service } from '../../support/require-services.ts';

const stream = reviewStream('r-1');
const week = 7 * 86_400_000;
const now = '2026-11-24T08:00:00.000Z';

service(
  'a Postgres server',
  postgresInstalled,
  whyPostgres,
)('records on a Postgres server', () => {
  let server: PostgresServer;
  let url: string;
  let database: Database;
  let records: Records;
  beforeAll(async () => {
    server = await postgresServer();
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    url = await server.createDatabase();
    database = await openDatabase({ url });
    records = recordsOn(database);
    await records.checklists.keep(smallChecklist);
    await record(records, stream, opening());
  });
  afterEach(() => database.close());

  test('three processes append to one stream without a gap, a double or a break in the chain', async () => {
    const at = Date.now() + 4_000;
    const writers = [1, 2, 3].map(() => writerProcess({ url }, stream.id, { count: 150, at }));
    await Promise.all(writers.map((writer) => writer.ended()));
    const acknowledged = writers.flatMap((writer) => writer.acknowledged.map(({ version }) => version));
    expect(acknowledged.sort((a, b) => a - b)).toEqual(Array.from({ length: 450 }, (_, index) => index + 2));
    const state = (await records.store.current(stream))?.state;
    const revisions = state?.items.get('access.mfa')?.answers.map(({ revision }) => revision);
    expect(revisions).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
    // They did race: no process wrote all of its events in one go.
    expect(
      new Set(
        state?.items
          .get('access.mfa')
          ?.answers.slice(0, 300)
          .map(({ by }) => by),
      ).size,
    ).toBeGreaterThan(1);
    expect((await verifyDatabase(database)).problems).toEqual([]);
  });

  test('several processes may start on a new database at once', async () => {
    const empty = await server.createDatabase();
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url: empty })));
    const { rows } = await sql`select name from schema_migrations`.execute(opened[0]?.kysely ?? database.kysely);
    expect(rows.slice(0, 2)).toEqual([{ name: '0001-records' }, { name: '0002-projections' }]);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    await Promise.all(opened.map((one) => one.close()));
  });

  test('while the server is gone it says so and refuses; when the server is back it goes on by itself', async () => {
    await server.kill();
    try {
      expect(await database.healthy()).toMatchObject({
        ready: false,
        reason: expect.stringContaining('cannot be reached'),
      });
      const answering = record(records, stream, answered('access.mfa', 1));
      await expect(answering).rejects.toThrow(StoreUnavailable);
      await expect(answering).rejects.toThrow('Nothing was recorded; try again in a moment.');
      await expect(openDatabase({ url })).rejects.toThrow(StoreUnavailable);
      await expect(records.readings.reviews()).rejects.toThrow(StoreUnavailable);
    } finally {
      await server.start();
    }
    expect((await record(records, stream, answered('access.mfa', 1))).head.version).toBe(2);
    expect(await database.healthy()).toEqual({ ready: true });
  });

  test('when the server dies during writes, all that was acknowledged is there, and each act was recorded once at most', async () => {
    const acts = Array.from({ length: 300 }, (_, index) =>
      records.store.change(stream, {
        ...act,
        once: `${index}`,
        decide: (state) => {
          const revision = (state?.items.get('access.mfa')?.answers.length ?? 0) + 1;
          return { events: [answered('access.mfa', revision, `${index}`)] };
        },
      }),
    );
    const settled = Promise.allSettled(acts);
    await acts[0];
    await server.kill();
    const results = await settled;
    await server.start();
    const events = await eventsOf(records, stream);
    const acknowledged = results.filter(({ status }) => status === 'fulfilled').length;
    expect(acknowledged).toBeGreaterThan(0);
    // A commit whose answer was lost may be there too; nothing acknowledged may be missing.
    expect(events.length - 1).toBeGreaterThanOrEqual(acknowledged);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(StoreUnavailable);
    const again = await Promise.all(
      results.map((_, index) =>
        records.store.change(stream, {
          ...act,
          once: `${index}`,
          decide: () => ({ events: [answered('access.logs', 1)] }),
        }),
      ),
    );
    expect(again).toHaveLength(300);
    const notes = (await eventsOf(records, stream)).flatMap(({ event }) =>
      event.type === 'QuestionAnswered' ? [event] : [],
    );
    expect(notes).toHaveLength(300);
    expect((await verifyDatabase(database)).problems).toEqual([]);
  });

  test('a connection cut within a transaction leaves nothing half done', async () => {
    const cut = database.kysely.transaction().execute(async (tx) => {
      await tx.updateTable('clock').set({ offset_ms: '5' }).execute();
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await tx.updateTable('clock').set({ offset_ms: '6' }).execute();
    });
    await expect(cut).rejects.toThrow();
    expect(await demoClockRow(database).read()).toBe(0);
    expect((await record(records, stream, answered('access.mfa', 1))).head.version).toBe(2);
  });

  test('reviews and contacts written side by side wait for each other, and never for ever', async () => {
    const reviews = ['r-a', 'r-b', 'r-c', 'r-d'];
    await Promise.all(reviews.map((id) => record(records, reviewStream(id), opening())));
    const others = recordsOn(database);
    const duties = reviews.flatMap((id) => [0, 1, 2, 3].map((ordinal) => dutyOf(id, 'c-1', ordinal)));
    await Promise.all([
      ...reviews.flatMap((id) => [
        record(records, reviewStream(id), {
          type: 'DutiesFellDue',
          duties: duties.filter(({ review }) => review === id),
        }),
        record(others, reviewStream(id), answered('access.mfa', 1), answered('access.logs', 1)),
        record(others, reviewStream(id), answered('access.logs', 2), answered('access.mfa', 2)),
      ]),
      tell(records, 'c-1', {
        type: 'DeliveryPlanned',
        delivery: 'd-1',
        duties: duties.toReversed(),
        at: '2026-11-24T08:00:00.000Z',
      }),
    ]);
    expect(await records.readings.openDuties('c-1')).toEqual([]);
    expect((await records.readings.delivery('d-1'))?.duties).toEqual(duties.toReversed());
    expect((await verifyDatabase(database)).problems).toEqual([]);
  });

  test('the demo’s clock moves the time of all that is recorded, forward only', async () => {
    const row = demoClockRow(database);
    expect(await Promise.all([row.moveTo(week), row.moveTo(week)])).toEqual([604_800_000, 604_800_000]);
    expect(await row.moveTo(1_000)).toBe(604_800_000);
    expect(await row.read()).toBe(604_800_000);
    const { events } = await record(records, stream, answered('access.mfa', 1));
    const ahead = Date.parse(events[0]?.at ?? '') - Date.now();
    expect(Math.abs(ahead - 604_800_000)).toBeLessThan(5_000);
  });

  describe('whoever has just written, and writes again without asking first', () => {
    let elsewhere: Database;
    let others: Records;
    beforeEach(async () => {
      elsewhere = await openDatabase({ url });
      others = recordsOn(elsewhere);
      for (const revision of [1, 2]) await record(records, stream, answered('access.logs', revision, 'Ask Ann.'));
      await record(others, stream, answered('access.keys', 1));
    });
    afterEach(() => elsewhere.close());

    test('decides on what another process wrote meanwhile', async () => {
      const seen: unknown[] = [];
      await records.store.change(stream, {
        ...act,
        decide: (state) => {
          seen.push(state?.items.get('access.keys')?.answers.length);
          return { events: [answered('access.mfa', 1)] };
        },
      });
      expect(seen.at(-1)).toBe(1);
      expect((await eventsOf(others, stream)).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
    });

    test('refuses nothing because of what was true a moment ago', async () => {
      const done = await records.store.change(stream, {
        ...act,
        decide: (state) =>
          state?.items.get('access.keys')?.answers.length
            ? { events: [answered('access.mfa', 1)] }
            : { refused: 'does not fit', sentence: 'The keys come first.' },
      });
      expect(isRefusal(done)).toBe(false);
    });

    test('shows what it wrote without asking, and asks for whatever is newer', async () => {
      const seen = async (since?: number) => (await records.store.current(stream, since))?.head.version;
      expect(await seen(3)).toBe(3);
      expect(await seen(4)).toBe(4);
      await record(others, stream, answered('access.keys', 2));
      expect(await seen(4)).toBe(4);
      expect(await seen()).toBe(5);
    });

    test('knows a repeated click that another process took', async () => {
      const click = { ...act, once: 'click', decide: () => ({ events: [answered('access.mfa', 1)] }) };
      await others.store.change(stream, click);
      const again = await records.store.change(stream, click);
      expect(again).toMatchObject({ events: [], head: { version: 5 } });
      expect(await eventsOf(records, stream)).toHaveLength(5);
    });

    test('brings back no words that another process redacted in the review they were carried from', async () => {
      const { events } = await record(records, stream, answered('access.mfa', 1, 'Ask Ann.'));
      const words = noteOf(events[0]) ?? expect.fail('It has no note.');
      const later = reviewStream('r-2');
      await record(records, later, opening('2027-02-23T08:00:00.000Z'), answered('access.mfa', 1, words));
      await record(others, stream, { type: 'TextRedacted', seal: words.seal ?? '', reason: { text: 'A name.' } });
      const { state } = await record(records, later, answered('access.logs', 1));
      expect(state.items.get('access.mfa')?.answers[0]?.answer.note).toEqual({ seal: words.seal, text: null });
    });

    test('keeps to a clock that was moved meanwhile', async () => {
      await record(records, stream, answered('access.logs', 3));
      await demoClockRow(elsewhere).moveTo(week);
      const { events } = await record(records, stream, answered('access.mfa', 1));
      expect(Math.abs(Date.parse(events[0]?.at ?? '') - Date.now() - week)).toBeLessThan(5_000);
    });
  });

  describe('what is learnt with an act', () => {
    const place = {
      id: 'a:pia',
      tenant: 'tenant',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      type: 'personal',
      user: '29:pia',
      account: '11111111-1111-4111-8111-111111111111',
    } as const;
    const answering = (learnt: readonly Conversation[], revision: number) =>
      records.store.change(stream, { ...act, learnt, decide: () => ({ events: [answered('access.mfa', revision)] }) });
    const writtenBy = async () => {
      const { rows } = await sql<{ act: string; row: string }>`
        select (select xmin::text from events where stream = 'r-1' order by version desc limit 1) as act,
          (select xmin::text from conversations where id = 'a:pia') as row`.execute(database.kysely);
      return rows[0];
    };

    test('is written in its transaction, first and last word alike', async () => {
      const moved = { ...place, serviceUrl: 'https://smba.trafficmanager.net/amer/' };
      for (const [at, learnt] of [[place], [moved], [place, moved]].entries()) {
        await answering(learnt, at + 1);
        const by = await writtenBy();
        expect(by?.row).toBe(by?.act);
        expect(await postgresConversations(database).byId(place.id)).toEqual(learnt.at(-1));
      }
    });

    test('is written under the lock too, and not at all where nothing is recorded', async () => {
      // Another process wrote meanwhile, so the guess is wrong and the stream is locked.
      await answering([], 1);
      const others = recordsOn(database);
      await record(others, stream, answered('access.mfa', 2));
      await answering([place], 3);
      expect((await writtenBy())?.row).toBe((await writtenBy())?.act);
      await postgresConversations(database).forget(place.id);
      await records.store.change(stream, { ...act, learnt: [place], decide: () => ({ events: [] }) });
      expect(await postgresConversations(database).byId(place.id)).toBeUndefined();
    });

    test('that the database cannot take is a failure of that act, and neither is kept', async () => {
      const { version } = (await records.store.current(stream))?.head ?? expect.fail();
      await expect(answering([{ ...place, user: '\0' }], 1)).rejects.toThrow();
      expect((await records.store.current(stream))?.head.version).toBe(version);
      expect(await postgresConversations(database).byId(place.id)).toBeUndefined();
    });
  });

  test('a wrong guess and a repeated click cost no connection', async () => {
    const gone: unknown[] = [];
    database.pool.on('remove', (client) => gone.push(client));
    const elsewhere = await openDatabase({ url });
    await record(records, stream, answered('access.mfa', 1));
    await record(recordsOn(elsewhere), stream, answered('access.logs', 1));
    await record(records, stream, answered('access.mfa', 2));
    const click = { ...act, once: 'click', decide: () => ({ events: [answered('access.keys', 1)] }) };
    for (const _ of [1, 2]) await records.store.change(stream, click);
    await elsewhere.close();
    expect(gone).toEqual([]);
    expect(await eventsOf(records, stream)).toHaveLength(5);
  });

  test('however many duties are dropped at once, the statement is the same', async () => {
    const named = async () => {
      const { rows } = await sql<{ text: string }>`select statement as text from pg_prepared_statements`.execute(
        database.kysely,
      );
      return rows.filter(({ text }) => text.includes('duties')).length;
    };
    for (let count = 1; count <= 12; count += 1) {
      const duties = Array.from({ length: count }, (_, at) => dutyOf('r-1', `c-${count}`, at).key);
      await tell(records, `c-${count}`, { type: 'ContactUnreachable', why: 'Gone.' });
      await tell(records, `c-${count}`, { type: 'DutiesDropped', duties, because: 'Answered.' });
    }
    expect(await named()).toBeLessThan(4);
  });

  test('half a character in a reason is kept as a sign for one', async () => {
    const duties = [dutyOf('r-1', 'c-1')];
    await tell(records, 'c-1', { type: 'DeliveryPlanned', delivery: 'd-1', duties, at: now });
    await tell(records, 'c-1', { type: 'DeliveryClaimed', delivery: 'd-1', until: now });
    await tell(records, 'c-1', { type: 'DeliveryUncertain', delivery: 'd-1', why: 'Cut \ud83d' });
    const [row] = await records.readings.ledger({ contact: 'c-1' });
    expect(row?.why).toBe('Cut \ufffd');
  });

  describe('when the newest writes are lost, as after a backup was restored', () => {
    beforeEach(async () => {
      for (const revision of [1, 2, 3]) await record(records, stream, answered('access.mfa', revision));
      const last = sql`(select max(version) from events where stream = 'r-1')`;
      await sql`delete from events where stream = 'r-1' and version > 2`.execute(database.kysely);
      await sql`update streams set (version, hash, at) = (
        select version, hash, at from events where stream = 'r-1' and version = ${last}) where id = 'r-1'`.execute(
        database.kysely,
      );
    });

    test('what follows is joined to what is there', async () => {
      await record(records, stream, answered('access.logs', 1));
      expect((await eventsOf(records, stream)).map(({ version }) => version)).toEqual([1, 2, 3]);
      expect((await verifyDatabase(database)).problems).toEqual([]);
    });

    test('nothing is shown of what is gone', async () => {
      const current = await records.store.current(stream);
      expect(current?.state.items.get('access.mfa')?.answers).toHaveLength(1);
    });
  });

  test('a mark is kept for seven days, and then forgotten', async () => {
    const click = { ...act, once: 'click', decide: () => ({ events: [answered('access.mfa', 1)] }) };
    await records.store.change(stream, click);
    await sql`update once set at = at - interval '6 days 23 hours'`.execute(database.kysely);
    expect(await pruneOnce(database)).toBe(0);
    await sql`update once set at = at - interval '2 hours'`.execute(database.kysely);
    expect(await pruneOnce(database)).toBe(1);
    await records.store.change(stream, click);
    expect(await eventsOf(records, stream)).toHaveLength(3);
  });

  test('what was entered and not saved is kept for a day after it last changed, and then forgotten', async () => {
    const rows = postgresConversations(database);
    const ref = { platform: 'teams', conversation: 'a:pia', message: '1' } as const;
    const entered = { text: 'Half a sentence' };
    const at = '2026-11-23T08:00:00.000Z';
    await records.messages.add({ ref, contact: 'p-anna', view: { show: 'help' }, at });
    await records.messages.keepUnsaved(ref, { entered });
    await rows.hold(ref, at, entered);
    const later = async (by: string) => {
      await sql`update messages set unsaved_at = unsaved_at - ${by}::interval`.execute(database.kysely);
      await sql`update held_messages set at = at - ${by}::interval`.execute(database.kysely);
      await pruneUnsaved(database);
      return [(await records.messages.byRef(ref))?.unsaved, await rows.enteredIn(ref)];
    };
    expect(await later('23 hours')).toEqual([entered, entered]);
    expect(await later('2 hours')).toEqual([undefined, undefined]);
  });

  test('who writes a version that is there already does not overwrite it', async () => {
    const guarded = sql`
      insert into events (id, kind, stream, version, type, v, at, by, source, body, previous, hash)
      select 'another', kind, stream, version, type, v, at, by, source, body, previous, hash from events where stream = 'r-1'`;
    await expect(guarded.execute(database.kysely)).rejects.toThrow('events_pkey');
  });
});

function noteOf(recorded: Recorded<ReviewEvent> | undefined): Words | undefined {
  return recorded?.event.type === 'QuestionAnswered' ? recorded.event.answer.note : undefined;
}
