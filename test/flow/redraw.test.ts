/** Cards nobody clicked are redrawn late and paced, until each is current: whoever draws, and after a restart. */
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/domain/card/card.ts';
import { markOf } from '../../src/domain/card/mark.ts';
import type { Answer } from '../../src/domain/checklist/response.ts';
import type { MessageRef } from '../../src/domain/contact/events.ts';
import { isRefusal, type PersonId } from '../../src/domain/event.ts';
import { openItems } from '../../src/domain/review/asked.ts';
import { millisecondsOf, toInstant } from '../../src/domain/time/instant.ts';
import { written } from '../../src/domain/words.ts';
import { openNow } from '../../src/flow/open.ts';
import { StoreUnavailable } from '../../src/flow/ports/event-store.ts';
import type { Messages } from '../../src/flow/ports/messages.ts';
import { DeliveryFailed, type Redrawing } from '../../src/flow/ports/messenger.ts';
import type { Ports } from '../../src/flow/ports.ts';
import { ring } from '../../src/flow/ring.ts';
import { bySchedule } from '../../src/flow/soon.ts';
import { checklist } from '../support/a-review.ts';
import { memoryMessenger } from '../support/memory-messenger.ts';
import { type World, world } from '../support/world.ts';

type Redraw = Redrawing['redraw'];
type Standing = {
  readonly cards?: number;
  readonly pace?: ReturnType<Redrawing['paces']>;
  readonly isBusy?: NonNullable<Redrawing['isBusy']>;
};

/** A review with some cards on a platform that redraws. */
async function standing(redraw: Redraw, { cards = 1, pace = [], isBusy = async () => false }: Standing = {}) {
  const muster = await world();
  const messenger = { ...memoryMessenger('slack'), redrawing: { paces: () => pace, redraw, isBusy } };
  (muster.ports.messengers as Map<string, unknown>).set('slack', messenger);
  const review = await openNow(muster.ports, muster.program.id, bySchedule);
  if (typeof review !== 'string') throw new Error(review.sentence);
  const refs = Array.from({ length: cards }, (_, at) => ref(String(at)));
  const at = muster.clock.now();
  for (const one of refs) {
    await muster.ports.messages.add({ ref: one, contact: muster.who('sre'), view: { show: 'status', review }, at });
  }
  return { muster, review, refs };
}

const ref = (message: string): MessageRef => ({ platform: 'slack', conversation: 'D1', message });

async function openIn({ ports }: Pick<World, 'ports'>, id: string) {
  const current = await ports.store.current({ kind: 'review', id });
  return current ? openItems(current.state, checklist) : [];
}

async function answerSomething({ desk, ports }: World, id: string): Promise<void> {
  const [item] = await openIn({ ports }, id);
  if (!item) throw new Error('Nothing is open.');
  const answer: Answer = { status: "don't know", reason: written('Nobody here knows yet'), evidence: [] };
  const intent = { does: 'answer', review: id, prompt: item.prompt, revision: 0, answer } as const;
  const done = await desk.record(intent, { by: item.owner, source: { via: 'workspace' } });
  if (isRefusal(done)) throw new Error(done.sentence);
}

const minutes = (count: number) => new Date(Date.parse('2026-11-23T08:30:00.000Z') + count * 60_000).toISOString();
const outdatedIn = (ports: Ports, review: string) => ports.messages.outdated(review, ['slack']);

describe('a card', () => {
  it('is redrawn once for what changed together, and not at all where nothing it shows did', async () => {
    const drawn: string[] = [];
    const { muster, review } = await standing(async (_ref, _view, card) => {
      drawn.push(markOf(card));
      return 'done';
    });
    await muster.until(minutes(1));
    expect(drawn).toHaveLength(1);
    await muster.sweep();
    await muster.until(minutes(2));
    expect(drawn).toHaveLength(1);
    expect(await outdatedIn(muster.ports, review)).toEqual([]);
  });

  it('that the platform did not take is drawn again by the sweep, and one that is gone is let be', async () => {
    const answers: ('fails' | 'gone')[] = ['fails', 'gone'];
    const { muster, review } = await standing(async () => {
      const next = answers.shift();
      if (next === 'fails') throw new DeliveryFailed('uncertain', 'Nothing was heard');
      if (next === 'gone') return 'gone';
      throw new Error('It was drawn after it had gone.');
    });
    await muster.until(minutes(1));
    expect(await outdatedIn(muster.ports, review)).toHaveLength(1);
    await muster.sweep();
    await muster.until(minutes(2));
    expect(answers).toEqual([]);
    await muster.sweep();
    await muster.until(minutes(3));
    expect(muster.log.said.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('in a chat that is taken from its person meanwhile is let be, and shows nobody anything new', async () => {
    const drawn: string[] = [];
    const taking: Redraw = async (at) => {
      drawn.push(at.message);
      await muster.ports.directory.unlearn(muster.who('sre'), 'U-sre');
      return 'done';
    };
    const { muster, review } = await standing(taking, { cards: 3 });
    await muster.ports.directory.learn(muster.who('sre'), 'U-sre');
    await answerSomething(muster, review);
    await muster.until(minutes(5));
    expect(drawn).toHaveLength(1);
    expect(await outdatedIn(muster.ports, review)).toEqual([]);
  });

  it('waits as long as the platform asks', async () => {
    const at: string[] = [];
    const { muster } = await standing(async () => {
      at.push(muster.clock.now());
      if (at.length === 1) throw new DeliveryFailed('not sent', 'Slower', { retryAfter: 20_000 });
      return 'done';
    });
    await muster.until(minutes(2));
    expect(at).toHaveLength(2);
    expect(Date.parse(at[1] ?? '') - Date.parse(at[0] ?? '')).toBeGreaterThanOrEqual(20_000);
  });

  it('waits as long as the platform asks, and little longer, also where every minute somebody asks', async () => {
    const at: number[] = [];
    const { muster } = await standing(async () => {
      at.push(Date.parse(muster.clock.now()));
      if (at.length === 1) throw new DeliveryFailed('not sent', 'Slower', { retryAfter: 60 * 60_000 });
      return 'done';
    });
    for (let minute = 1; minute <= 70; minute += 1) {
      await muster.sweep();
      await muster.until(minutes(minute));
    }
    const [first = 0, second = 0] = at;
    expect(at).toHaveLength(2);
    expect(second - first).toBeGreaterThanOrEqual(60 * 60_000);
    expect(second - first).toBeLessThan(61 * 60_000);
  });

  it('that waits longer than another is drawn when its own wait ends', async () => {
    const at = new Map<string, number[]>();
    const { muster } = await standing(
      async ({ message }) => {
        const times = [...(at.get(message) ?? []), Date.parse(muster.clock.now())];
        at.set(message, times);
        if (times.length === 1)
          throw new DeliveryFailed('not sent', 'Slower', { retryAfter: message === '0' ? 20_000 : 600_000 });
        return 'done';
      },
      { cards: 2 },
    );
    await muster.until(minutes(12));
    expect([...at.values()].map((times) => times.length)).toEqual([2, 2]);
  });

  it('that fails takes no turn from the other in its conversation, nor is it tried again and again', async () => {
    const tries: Record<string, number> = { '0': 0, '1': 0, '2': 0 };
    const pace = [{ key: 'slack/D1', every: 4_020, burst: 1 }];
    const { muster } = await standing(
      async ({ message }) => {
        tries[message] = (tries[message] ?? 0) + 1;
        if (message !== '2') throw new DeliveryFailed('uncertain', 'Nothing was heard');
        return 'done';
      },
      { cards: 3, pace },
    );
    await muster.until(minutes(1));
    expect(tries['2']).toBe(1);
    for (let minute = 2; minute <= 11; minute += 1) {
      await muster.sweep();
      await muster.until(minutes(minute));
    }
    expect(tries['2']).toBe(1);
    expect(Math.max(...Object.values(tries))).toBeLessThan(25);
  });

  it('goes out as fast as its platform likes, however many there are, and each once', async () => {
    const at: { message: string; time: number }[] = [];
    const pace = [{ key: 'slack/update', every: 1_500, burst: 4 }];
    const { muster, refs } = await standing(
      async ({ message }) => {
        at.push({ message, time: Date.parse(muster.clock.now()) });
        return 'done';
      },
      { cards: 120, pace },
    );
    await muster.until(minutes(8));
    expect(at.map(({ message }) => message).toSorted()).toEqual(refs.map(({ message }) => message).toSorted());
    for (const { time } of at) {
      const within = at.filter((one) => one.time >= time && one.time < time + 60_000);
      expect(within.length).toBeLessThanOrEqual(50);
    }
  });

  it('waits for no other: neither for those somebody is filling in, nor for those that fail again and again', async () => {
    const drawn = new Set<string>();
    const { muster } = await standing(
      async ({ message }) => {
        if (Number(message) < 60) throw new DeliveryFailed('uncertain', 'Nothing was heard');
        drawn.add(message);
        return 'done';
      },
      { cards: 130, isBusy: async ({ message }) => Number(message) >= 60 && Number(message) < 120 },
    );
    for (let minute = 1; minute <= 4; minute += 1) {
      await muster.sweep();
      await muster.until(minutes(minute));
    }
    expect([...drawn].toSorted()).toEqual(Array.from({ length: 10 }, (_, at) => String(120 + at)).toSorted());
  });

  it.each<[string, Partial<Standing>, Redraw]>([
    ['somebody fills in', { isBusy: async () => true }, async () => 'done'],
    [
      'the platform asks to wait for',
      {},
      async () => {
        throw new DeliveryFailed('not sent', 'Later', { retryAfter: 60 * 60_000 });
      },
    ],
  ])('that %s is looked at again by no more alarms, however often somebody asks', async (_, how, redraw) => {
    const { muster } = await standing(redraw, how);
    const { start } = muster.alarms;
    let late = 0;
    // As a queue rings: some milliseconds after the time, and never the same.
    await start(async (alarm) => {
      late = (late + 7) % 23;
      muster.clock.set(toInstant(millisecondsOf(muster.clock.now()) + 1 + late));
      await ring(muster.ports, alarm);
    });
    for (let minute = 1; minute <= 90; minute += 1) {
      await muster.sweep();
      await muster.until(minutes(minute));
    }
    // One, and where no earlier than a time is allowed the one after it.
    const waiting = muster.alarms.waiting().filter(({ look }) => look === 'cards').length;
    expect([1, 2]).toContain(waiting);
  });

  it.each<[string, (messages: Messages) => void]>([
    [
      'its answer was lost',
      () => {
        throw new DeliveryFailed('uncertain', 'Its answer was lost');
      },
    ],
    [
      'Muster failed after',
      () => {
        throw new Error('Muster failed after it was sent.');
      },
    ],
    [
      'the records were away after',
      (messages) => {
        messages.drawn = messages.putOff = () => Promise.reject(new StoreUnavailable('The records are away.'));
      },
    ],
  ])('that may stand as drawn, since %s, is drawn again, also where it is to be as it was', async (_, fails) => {
    const standsAs: string[] = [];
    const { muster, review } = await standing(async (_ref, _view, card) => {
      standsAs.push(markOf(card));
      if (standsAs.length === 2) fails(muster.ports.messages);
      return 'done';
    });
    const { drawn, putOff } = muster.ports.messages;
    await muster.until(minutes(1));
    const [item] = await openIn(muster, review);
    const give = async (to: PersonId = '') => {
      const intent = { does: 'reassign' as const, review, prompts: [item?.prompt ?? ''], to, lasting: false };
      const done = await muster.desk.record(intent, muster.as('security'));
      if (isRefusal(done)) throw new Error(done.sentence);
    };
    await give(muster.who(item?.owner === muster.who('sre') ? 'platform' : 'sre'));
    await muster.until(minutes(2));
    Object.assign(muster.ports.messages, { drawn, putOff });
    await give(item?.owner);
    await muster.until(minutes(3));
    await muster.sweep();
    await muster.until(minutes(4));
    expect(standsAs[1]).not.toBe(standsAs[0]);
    expect(standsAs.at(-1)).toBe(standsAs[0]);
  });

  it('that changes while it is drawn is drawn once more', async () => {
    const drawn: string[] = [];
    const { muster, review } = await standing(async (_ref, _view, card) => {
      drawn.push(markOf(card));
      if (drawn.length === 1) await answerSomething(muster, review);
      return 'done';
    });
    await muster.until(minutes(1));
    expect(drawn).toHaveLength(2);
    expect(drawn[0]).not.toBe(drawn[1]);
  });

  it('is no other for being older', () => {
    const of = (text: string): Card => ({ title: 'T', lines: [[{ text }]], rows: [], actions: [], summary: 's' });
    expect(markOf(of('you, just now'))).toBe(markOf(of('you, 12 minutes ago')));
    expect(markOf(of('5 of 8 answered'))).not.toBe(markOf(of('6 of 8 answered')));
  });
});
