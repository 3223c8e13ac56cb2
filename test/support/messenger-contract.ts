/** What every messenger promises of what it says, seen with the eyes of those it speaks to. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/checklist/response.ts';
import { isRefusal, type PersonId, type Platform, type ReviewId } from '../../src/domain/event.ts';
import { openItems } from '../../src/domain/review/asked.ts';
import type { Item, Review } from '../../src/domain/review/review.ts';
import { deliver } from '../../src/flow/deliver.ts';
import type { Desk } from '../../src/flow/desk.ts';
import type { Ports } from '../../src/flow/ports.ts';
import { checklist } from './a-review.ts';

/** All of Muster with one platform. */
export type Spoken = {
  readonly platform: Platform;
  readonly ports: Ports;
  readonly desk: Desk;
  who(key: string): PersonId;
  /** A review opened by the calendar, and everybody in working hours told until then. */
  opened(until?: string): Promise<ReviewId>;
  until(at: string): Promise<unknown>;
  sweep(): Promise<unknown>;
  review(id: ReviewId): Promise<Review>;
};
/** A message of ours in somebody's own chat, with the words they read. */
export type Seen = { readonly message: string; readonly says: string };
export type Speaking = {
  readonly house: Spoken;
  /** Oldest first. */
  seen(key: string): Promise<readonly Seen[]>;
  /** Nobody may be spoken to, until `letIn`. */
  cutOff(): Promise<unknown>;
  letIn(): Promise<unknown>;
};
/** Befalls the next message to them. Resolves once it did. */
type Befalls<S> = (speaking: S, key: string) => Promise<unknown>;
type Mishaps<S> = readonly (readonly [called: string, befalls: Befalls<S>])[];

/** The mishaps a platform knows; a list is empty where nothing lies between us and the people. */
export type Speaks<S extends Speaking> = {
  begin(): Promise<S>;
  /** It may have arrived. */
  readonly lost: Mishaps<S>;
  /** It did not arrive, and may be sent again in a few seconds. */
  readonly waits: Mishaps<S>;
  /** It will never arrive there. */
  readonly refusals: readonly (readonly [called: string, befalls: Befalls<S>, why: string])[];
  /** Somebody deletes their last message. */
  readonly deletes?: (speaking: S, key: string) => void;
};

/** Marks of every platform, and a name that nobody is to be called by. */
const signs = '*all* _of_ ~it~ `runs` :tada: & <!channel> @here **bold** [x](https://evil.example) <b>now</b>';

export function messengerContract<S extends Speaking>(platform: Speaks<S>): void {
  let speaking: S;
  let house: Spoken;

  async function begin(): Promise<void> {
    speaking = await platform.begin();
    house = speaking.house;
  }
  const opened = (until?: string): Promise<ReviewId> => house.opened(until);
  const deliveries = (key: string) => house.ports.readings.ledger({ contact: house.who(key) });
  const statusOf = async (key: string) => (await deliveries(key)).map(({ status }) => status);
  const seen = (key: string) => speaking.seen(key);
  const answered = async (review: ReviewId, { prompt, owner }: Item, said: string) => {
    const answer: Answer = { status: "don't know", reason: { text: said }, evidence: [] };
    const intent = { does: 'answer', review, prompt, revision: 0, answer } as const;
    const done = await house.desk.record(intent, { by: owner, source: { via: house.platform } });
    if (isRefusal(done)) expect.fail(done.sentence);
  };
  const open = async (review: ReviewId) => openItems(await house.review(review), checklist, house.who('platform'));

  describe('a delivery', () => {
    it('is one message, and its place is remembered', async () => {
      await begin();
      await opened();
      expect(await statusOf('platform')).toEqual(['sent']);
      const [message, ...more] = await seen('platform');
      expect(more).toEqual([]);
      const [standing] = await house.ports.messages.of(house.who('platform'));
      expect(standing?.ref).toMatchObject({ platform: house.platform, message: message?.message });
    });

    it('is one message though several claim it, and claim it again', async () => {
      await begin();
      await house.ports.connections.pause(house.platform, 'the test holds them back', house.ports.clock.now());
      await opened();
      const [planned] = await deliveries('platform');
      expect(planned?.status).toBe('planned');
      await house.ports.connections.resume(house.platform);
      // Whoever comes gets a turn, so that it is the claim that decides.
      const ports = { ...house.ports, pacing: { ...house.ports.pacing, take: async () => ({ go: true }) as const } };
      await Promise.all([1, 2, 3].map(() => deliver(ports, planned?.id ?? '')));
      await deliver(ports, planned?.id ?? '');
      expect(await seen('platform')).toHaveLength(1);
      expect(await statusOf('platform')).toEqual(['sent']);
    });

    it.each(platform.lost)('%s stands as uncertain and is not sent again; the next reminder is', async (_, befalls) => {
      await begin();
      const befallen = befalls(speaking, 'platform');
      await opened();
      await befallen;
      expect(await statusOf('platform')).toEqual(['uncertain']);
      const before = (await seen('platform')).length;
      await house.sweep();
      await house.until('2026-11-24T12:00:00.000Z');
      expect(await seen('platform')).toHaveLength(before);
      await house.until('2026-12-02T12:00:00.000Z');
      expect((await seen('platform')).length).toBeGreaterThan(before);
    });

    it.each(platform.waits)('%s goes out once, a little later', async (_, befalls) => {
      await begin();
      const befallen = befalls(speaking, 'platform');
      const review = await opened('2026-11-23T08:30:03.000Z');
      await befallen;
      expect(await statusOf('platform')).toEqual(['planned']);
      await house.until('2026-11-23T08:35:00.000Z');
      expect(await statusOf('platform')).toEqual(['sent']);
      expect(await seen('platform')).toHaveLength(1);
      expect((await house.review(review)).unreachable.size).toBe(0);
    });

    it.each(platform.refusals)(
      'to somebody %s makes them unreachable, and the lead is told',
      async (_, befalls, why) => {
        await begin();
        const befallen = befalls(speaking, 'platform');
        const review = await opened('2026-11-24T16:00:00.000Z');
        await befallen;
        expect(await seen('platform')).toEqual([]);
        const toLead = (await seen('security')).map(({ says }) => says).join('\n');
        expect(toLead).toContain('Pia Lund');
        expect(toLead).toMatch(/cannot be reached/);
        expect((await house.review(review)).unreachable.get(house.who('platform'))).toMatchObject({
          why: expect.stringContaining(why),
        });
      },
    );

    it('waits while nobody may be spoken to, and goes out once that is over', async () => {
      await begin();
      await speaking.cutOff();
      await opened();
      expect(await statusOf('platform')).toEqual(['planned']);
      expect(await seen('platform')).toEqual([]);
      await speaking.letIn();
      await house.sweep();
      await house.until('2026-11-23T09:02:00.000Z');
      expect(await statusOf('platform')).toEqual(['sent']);
      expect(await seen('platform')).toHaveLength(1);
    });
  });

  describe('a message that stands', () => {
    it('follows what it shows, in its place', async () => {
      await begin();
      const review = await opened();
      const [before] = await seen('platform');
      for (const item of await open(review)) await answered(review, item, 'Nobody knows');
      await house.until('2026-11-23T09:10:00.000Z');
      const [after, ...more] = await seen('platform');
      expect(more).toEqual([]);
      expect(after?.message).toBe(before?.message);
      expect(after?.says).toContain('38 of 38');
      expect(before?.says).not.toContain('38 of 38');
    });

    it('says the words of people as they are, and calls nobody', async () => {
      await begin();
      const review = await opened();
      const item = (await open(review)).find(({ section }) => section === 'access-control') ?? expect.fail();
      const [standing] = await house.ports.messages.of(house.who('platform'));
      const view = { show: 'prompt', review, prompt: item.prompt } as const;
      await house.ports.messages.show(standing?.ref ?? expect.fail(), view);
      await answered(review, item, signs);
      await house.until('2026-11-23T09:10:00.000Z');
      expect((await seen('platform')).map(({ says }) => says).join()).toContain(signs);
    });

    const { deletes } = platform;
    if (deletes)
      it('is forgotten when somebody deletes it, and not said again', async () => {
        await begin();
        const review = await opened();
        const [item, ...others] = await open(review);
        deletes(speaking, 'platform');
        await answered(review, item ?? expect.fail(), 'Nobody knows');
        const { messages } = house.ports;
        const outdated = async () =>
          (await messages.outdated(review, [house.platform])).filter(
            ({ contact }) => contact === house.who('platform'),
          );
        expect(await outdated()).toHaveLength(1);
        await house.until('2026-11-23T09:10:00.000Z');
        expect(await outdated()).toEqual([]);
        for (const other of others) await answered(review, other, 'Nobody knows');
        await house.until('2026-11-23T09:20:00.000Z');
        expect(await seen('platform')).toEqual([]);
      });
  });
}
