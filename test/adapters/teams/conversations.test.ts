/** What the rows of conversations promise, in memory and on the embedded database. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { postgresConversations } from '../../../src/adapters/postgres/postgres-conversations.ts';
import { pruneUnsaved } from '../../../src/adapters/postgres/unsaved.ts';
import type { Begun, Conversation, Conversations } from '../../../src/flow/ports/conversations.ts';
import { embeddedDatabase } from '../../support/embedded-database.ts';
import { memoryConversations } from '../../support/memory-conversations.ts';

const pia: Conversation = {
  id: 'a:pia',
  tenant: 'tenant',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  type: 'personal',
  user: '29:pia',
  account: '11111111-1111-4111-8111-111111111111',
};
const channel: Conversation = {
  id: '19:security@thread.tacv2',
  tenant: 'tenant',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  type: 'channel',
  team: '19:general@thread.tacv2',
};

function begun(answer: Begun | 'held' | 'under way' | undefined): Begun {
  return typeof answer === 'object' ? answer : expect.fail(`It did not begin: ${answer}.`);
}

function contract(rows: () => Conversations): void {
  it('keeps the newest of what it learnt, by conversation, person and team', async () => {
    await rows().learn(pia);
    await rows().learn(channel);
    const moved = { ...pia, serviceUrl: 'https://smba.trafficmanager.net/amer/' };
    await rows().learn(moved);
    expect(await rows().byId(pia.id)).toEqual(moved);
    expect(await rows().personal(String(pia.account))).toEqual(moved);
    expect(await rows().personal('somebody else')).toBeUndefined();
    expect(await rows().ofTeams()).toEqual([channel]);
    expect(await rows().newest()).toEqual(moved);
    await rows().forget(pia.id);
    expect(await rows().byId(pia.id)).toBeUndefined();
    await rows().forget(String(channel.team));
    expect(await rows().ofTeams()).toEqual([]);
  });

  it('lets one of many have a mark, and the next one when that was given back', async () => {
    const claims = await Promise.all([1, 2, 3].map(() => rows().claim('a/1')));
    expect(claims.toSorted()).toEqual(['mine', 'under way', 'under way']);
    await rows().release('a/1');
    expect(await rows().claim('a/1')).toBe('mine');
    await rows().finish('a/1');
    expect(await rows().claim('a/1')).toBe('over');
  });

  it('holds a message until a time, or until it is let go', async () => {
    const place = { conversation: 'a:pia', message: '1' };
    const [before, until, after] = ['2026-11-23T08:00:00.000Z', '2026-11-23T08:15:00.000Z', '2026-11-23T08:16:00.000Z'];
    expect(await rows().isHeld(place, before)).toBe(false);
    await rows().hold(place, until);
    expect([await rows().isHeld(place, before), await rows().isHeld(place, after)]).toEqual([true, false]);
    await rows().letGo(place);
    expect(await rows().isHeld(place, before)).toBe(false);
  });

  it('keeps what was entered in a held message, until it is let go', async () => {
    const place = { conversation: 'a:pia', message: '2' };
    const until = '2026-11-23T08:15:00.000Z';
    expect(await rows().enteredIn(place)).toBeUndefined();
    await rows().hold(place, until);
    expect(await rows().enteredIn(place)).toBeUndefined();
    const entered = { text: 'Half a “sentence”', many: ['a'], tick: true };
    await rows().hold(place, until, entered);
    await rows().hold(place, until);
    expect(await rows().enteredIn(place)).toEqual(entered);
    await rows().letGo(place);
    expect(await rows().enteredIn(place)).toEqual({});
  });

  it('is let go by the drawing that follows a press, unless it was held since, and held again as that ends', async () => {
    const place = { conversation: 'a:pia', message: '4' };
    const [then, upTo, later] = ['2026-11-23T08:00:00.000Z', '2026-11-23T08:15:00.000Z', '2026-11-23T08:16:00.000Z'];
    await rows().hold(place, upTo, { text: 'Half a' });
    expect(await rows().beginDrawing(place, then)).toBe('held');
    const first = begun(await rows().beginDrawing(place, then, upTo));
    // Nobody knows it any more, which is not the same as that nothing was entered.
    expect([await rows().isHeld(place, then), await rows().enteredIn(place)]).toEqual([false, undefined]);
    await rows().endDrawing(place, first, upTo);
    expect([await rows().isBeingDrawn(place), await rows().isHeld(place, then)]).toEqual([false, true]);
    await rows().hold(place, later, { text: 'Half a' });
    expect(await rows().beginDrawing(place, then, upTo)).toBe('held');
    expect([await rows().isHeld(place, then), await rows().enteredIn(place)]).toEqual([true, { text: 'Half a' }]);
    const second = begun(await rows().beginDrawing(place, then, later));
    await rows().hold(place, later);
    await rows().endDrawing(place, second, upTo);
    expect(await rows().isHeld(place, upTo)).toBe(true);
  });

  it('says of a message whose drawing began before it was held that it is being drawn, and lets none begin then', async () => {
    const place = { conversation: 'a:pia', message: '3' };
    const [before, until, after] = ['2026-11-23T08:00:00.000Z', '2026-11-23T08:15:00.000Z', '2026-11-23T08:16:00.000Z'];
    const first = begun(await rows().beginDrawing(place, before));
    expect(await rows().hold(place, until)).toBe('being drawn');
    expect(await rows().beginDrawing(place, before)).toBe('held');
    expect(await rows().isBeingDrawn(place)).toBe(true);
    await rows().endDrawing(place, first);
    expect(await rows().isBeingDrawn(place)).toBe(false);
    expect(await rows().hold(place, until)).toBe('at rest');
    begun(await rows().beginDrawing(place, after));
    await rows().letGo(place);
    expect(await rows().hold(place, until)).toBe('being drawn');
  });

  it('is drawn by one at a time, and only who began it ends it', async () => {
    const place = { conversation: 'a:pia', message: '5' };
    const at = '2026-11-23T08:00:00.000Z';
    const all = await Promise.all([1, 2, 3].map(() => rows().beginDrawing(place, at)));
    expect(all.filter((one) => one === 'under way')).toHaveLength(2);
    const first = begun(all.find((one) => one !== 'under way'));
    // Not even by who lets go of what holds it.
    await rows().hold(place, '2026-11-23T08:15:00.000Z');
    expect(await rows().beginDrawing(place, at, '2026-11-23T08:15:00.000Z')).toBe('under way');
    expect(await rows().isHeld(place, at)).toBe(true);
    await rows().letGo(place);
    await rows().endDrawing(place, first);
    const second = begun(await rows().beginDrawing(place, at));
    await rows().endDrawing(place, first, '2026-11-23T08:15:00.000Z');
    expect([await rows().beginDrawing(place, at), await rows().isHeld(place, at)]).toEqual(['under way', false]);
    await rows().endDrawing(place, second);
    begun(await rows().beginDrawing(place, at));
  });

  it('knows that nothing was entered where it was let go, whoever draws there then', async () => {
    const place = { conversation: 'a:pia', message: '6' };
    const [at, until] = ['2026-11-23T08:00:00.000Z', '2026-11-23T08:15:00.000Z'];
    await rows().hold(place, until, { text: 'Half a' });
    await rows().letGo(place);
    await rows().endDrawing(place, begun(await rows().beginDrawing(place, at)));
    await rows().endDrawing(place, begun(await rows().beginDrawing(place, at, until)));
    expect(await rows().enteredIn(place)).toEqual({});
  });

  it('is let go as of a press, unless it was held since', async () => {
    const place = { conversation: 'a:pia', message: '7' };
    const [at, upTo, until] = ['2026-11-23T08:00:00.000Z', '2026-11-23T08:15:00.000Z', '2026-11-23T08:16:00.000Z'];
    const entered = { text: 'Half a' };
    await rows().hold(place, until, entered);
    await rows().letGo(place, upTo);
    expect([await rows().isHeld(place, at), await rows().enteredIn(place)]).toEqual([true, entered]);
    await rows().letGo(place, until);
    expect([await rows().isHeld(place, at), await rows().enteredIn(place)]).toEqual([false, {}]);
  });
}

describe('conversations in memory', () => {
  const rows = memoryConversations();
  contract(() => rows);
});

describe('conversations in the embedded database', () => {
  const database = embeddedDatabase();
  contract(() => postgresConversations(database()));

  const at = '2026-11-23T08:00:00.000Z';
  const until = '2026-11-23T08:15:00.000Z';

  it('counts on nobody who died while drawing, and who lives after all ends nothing of another', async () => {
    const rows = postgresConversations(database());
    const place = { conversation: 'a:pia', message: '8' };
    const first = begun(await rows.beginDrawing(place, at));
    expect(await rows.hold(place, at)).toBe('being drawn');
    const passed = async (seconds: number) => {
      const gone = sql`update held_messages set drawing_until = drawing_until - ${seconds}::int * interval '1 second'`;
      await gone.execute(database().kysely);
    };
    // Ten for the token and ten for the update, and what is read and written around them.
    await passed(22);
    expect(await rows.beginDrawing(place, at)).toBe('under way');
    await passed(10);
    expect([await rows.hold(place, at), await rows.isBeingDrawn(place)]).toEqual(['at rest', false]);
    begun(await rows.beginDrawing(place, at));
    await rows.endDrawing(place, first);
    expect(await rows.hold(place, until)).toBe('being drawn');
  });

  it('keeps what somebody still writes in, however long ago they began', async () => {
    const rows = postgresConversations(database());
    const place = { conversation: 'a:pia', message: '9' };
    const entered = { text: 'Half a' };
    await rows.hold(place, until, entered);
    await sql`update held_messages set at = at - interval '25 hours'`.execute(database().kysely);
    await rows.hold(place, until);
    await pruneUnsaved(database());
    expect(await rows.enteredIn(place)).toEqual(entered);
  });
});
