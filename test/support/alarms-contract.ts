/** What whoever rings alarms promises, the stand-in as well as each queue. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Instant, millisecondsOf, toInstant } from '../../src/domain/time/instant.ts';
import type { Alarm, Alarms } from '../../src/flow/ports/alarms.ts';
import { type Ear, hearing } from './hearing.ts';
import type { TestClock } from './test-clock.ts';

export type AlarmsWorld = {
  readonly clock: TestClock;
  /** How often a handler that fails is called. */
  readonly attempts: number;
  /** One process more on the same queue. */
  open(): Promise<Alarms>;
  /** Lets that moment come for those who ring only when told. */
  reach(instant: Instant): Promise<void>;
  /** Somebody empties the queue. */
  wipe(): Promise<void>;
  end(): Promise<void>;
};

const hour = 3_600_000;

export function alarmsContract(on: string, make: () => Promise<AlarmsWorld>): void {
  describe(`alarms on ${on}`, () => {
    let world: AlarmsWorld;
    let ear: Ear;
    beforeEach(async () => {
      world = await make();
      ear = hearing();
    });
    afterEach(() => world.end());

    const fromNow = (milliseconds: number) => toInstant(millisecondsOf(world.clock.now()) + milliseconds);
    const review = (id: string, at: Instant): Alarm => ({ look: 'review', id, at });
    const started = async () => {
      const alarms = await world.open();
      await alarms.start(ear.ring);
      return alarms;
    };
    /** One more alarm, heard after everything that was due before it. */
    const settle = async (alarms: Alarms) => {
      const last = review('the-last', world.clock.now());
      await alarms.set(last);
      await world.reach(last.at);
      await ear.heard(last);
    };

    test('ring at their time', async () => {
      const alarms = await started();
      const soon = review('soon', fromNow(30));
      const later = review('later', fromNow(hour));
      await alarms.set(later);
      await alarms.set(soon);
      await world.reach(soon.at);
      await ear.heard(soon);
      expect(ear.rung).toEqual([soon]);
    });

    test('ring at once when their time is past', async () => {
      const alarms = await started();
      const past = review('past', fromNow(-hour));
      await alarms.set(past);
      await world.reach(world.clock.now());
      await ear.heard(past);
    });

    test('carry every kind of look', async () => {
      const alarms = await started();
      const looks = ['program', 'review', 'contact', 'delivery'] as const;
      const all = looks.map((look) => ({ look, id: 'same', at: world.clock.now() }));
      for (const alarm of all) await alarms.set(alarm);
      await world.reach(world.clock.now());
      for (const alarm of all) await ear.heard(alarm);
      expect(ear.rung).toHaveLength(4);
    });

    test('ring once when the same was set twice, for now or for later', async () => {
      const alarms = await started();
      const soon = review('soon', fromNow(30));
      await alarms.set(soon);
      await alarms.set(soon);
      await world.reach(soon.at);
      await ear.heard(soon);
      await settle(alarms);
      expect(ear.times(soon)).toBe(1);
    });

    test('ring again when their handler fails, and others ring meanwhile', async () => {
      const alarms = await started();
      const bad = review('bad', world.clock.now());
      const good = review('good', world.clock.now());
      ear.fail(bad, 2);
      await alarms.set(bad);
      await alarms.set(good);
      await world.reach(fromNow(hour));
      await ear.heard(bad, 3);
      await ear.heard(good);
    });

    test('are given up after the last attempt, and ring when they are set again', async () => {
      const alarms = await started();
      const bad = review('bad', world.clock.now());
      ear.fail(bad, world.attempts);
      await alarms.set(bad);
      await world.reach(fromNow(hour));
      await ear.heard(bad, world.attempts);
      // As a sweep does, which cannot know whether the queue has let go of it yet.
      await ear.meanwhile(bad, world.attempts + 1, async () => {
        await alarms.set(bad);
        await world.reach(world.clock.now());
      });
    });

    test('ring again when set again after they rang, since the work may still be owed', async () => {
      const alarms = await started();
      const owed = review('owed', world.clock.now());
      await ear.meanwhile(owed, 3, async () => {
        await alarms.set(owed);
        await world.reach(owed.at);
      });
    });

    test('may be set for a later time from inside their own ringing', async () => {
      const alarms = await world.open();
      const first = review('again', fromNow(10));
      const second = review('again', fromNow(40));
      await alarms.start(async (alarm) => {
        if (alarm.at === first.at) {
          await alarms.set(first);
          await alarms.set(second);
        }
        await ear.ring(alarm);
      });
      await alarms.set(first);
      await world.reach(second.at);
      await ear.heard(second);
      await settle(alarms);
      expect(ear.rung.filter((alarm) => alarm.id === 'again')).toEqual([first, second]);
    });

    test('ring once however many processes listen', async () => {
      const one = await started();
      await started();
      const many = Array.from({ length: 40 }, (_, index) => review(`review-${index}`, fromNow(20)));
      await Promise.all(many.map((alarm) => one.set(alarm)));
      await world.reach(fromNow(20));
      for (const alarm of many) await ear.heard(alarm);
      await settle(one);
      expect(ear.rung).toHaveLength(41);
    });

    test('outlive those who set them', async () => {
      const before = await world.open();
      const alarm = review('kept', fromNow(10));
      await before.set(alarm);
      await before.close();
      await started();
      await world.reach(alarm.at);
      await ear.heard(alarm);
    });

    test('whose ids hold anything at all are kept apart', async () => {
      const alarms = await started();
      const ids = ['channel:kubernetes', 'channel%3Akubernetes', 'a~b', 'a/b', '17', 'Ärende 5', '*', '{x}'];
      const all = ids.map((id) => ({ look: 'contact' as const, id, at: world.clock.now() }));
      for (const alarm of all) await alarms.set(alarm);
      await world.reach(world.clock.now());
      for (const alarm of all) await ear.heard(alarm);
      expect(ear.rung).toHaveLength(ids.length);
    });

    test('set long ago for a later time ring at once, and once, when set again after the clock was moved', async () => {
      const alarms = await started();
      const nextWeek = review('skipped-to', fromNow(7 * 24 * hour));
      await alarms.set(nextWeek);
      world.clock.set(nextWeek.at);
      await Promise.all([alarms.set(nextWeek), alarms.set(nextWeek)]);
      await world.reach(nextWeek.at);
      await ear.heard(nextWeek);
      await settle(alarms);
      expect(ear.times(nextWeek)).toBe(1);
    });

    test('may be called forward by two processes at once', async () => {
      const [here, elsewhere] = [await started(), await world.open()];
      const nextWeek = review('called-by-two', fromNow(7 * 24 * hour));
      await here.set(nextWeek);
      world.clock.set(nextWeek.at);
      await Promise.all([here.set(nextWeek), elsewhere.set(nextWeek)]);
      await world.reach(nextWeek.at);
      await ear.heard(nextWeek);
      await settle(here);
      // The later one may find it rung and gone, and then sets it anew; nobody who set it goes unheard.
      expect([1, 2]).toContain(ear.times(nextWeek));
    });

    test('can be set again when the queue was wiped', async () => {
      const alarms = await started();
      const alarm = review('wiped', fromNow(hour));
      await alarms.set(alarm);
      await world.wipe();
      world.clock.set(alarm.at);
      await alarms.set(alarm);
      await world.reach(alarm.at);
      await ear.heard(alarm);
    });

    test('say whether they can be set, and close twice without complaint', async () => {
      const alarms = await started();
      expect(await alarms.healthy()).toBe(true);
      await alarms.close();
      await alarms.close();
      expect(await alarms.healthy()).toBe(false);
      await expect(alarms.set(review('late', world.clock.now()))).rejects.toThrow();
    });
  });
}
