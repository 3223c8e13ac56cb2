import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/checklist/response.ts';
import { isRefusal, type ReviewId } from '../../src/domain/event.ts';
import { openItems } from '../../src/domain/review/asked.ts';
import type { Review } from '../../src/domain/review/review.ts';
import { answerSetHash } from '../../src/domain/review/sign-off.ts';
import { written } from '../../src/domain/words.ts';
import { preview } from '../../src/flow/office/preview.ts';
import { statusReports } from '../../src/flow/office/status-reports.ts';
import { openNow } from '../../src/flow/open.ts';
import { type Alarm, AlarmNotSet } from '../../src/flow/ports/alarms.ts';
import { bySchedule } from '../../src/flow/soon.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { checklist } from '../support/a-review.ts';
import { type World, world } from '../support/world.ts';

async function begun(): Promise<{ world: World; review: ReviewId }> {
  const here = await world();
  const review = await openNow(here.ports, here.program.id, bySchedule);
  if (isRefusal({ review } as never) || typeof review !== 'string') throw new Error('It did not open.');
  await here.until('2026-11-23T09:00:00.000Z');
  return { world: here, review };
}

async function stateOf({ ports }: World, id: ReviewId): Promise<Review> {
  const current = await ports.store.current({ kind: 'review', id });
  return current?.state ?? expect.fail('There is no such review.');
}

/** What each person was sent since, as `person: view or duty kinds`. */
function told({ messenger }: World, from = 0): readonly string[] {
  return messenger.sent.slice(from).map(({ to, view }) => {
    const what = view.show === 'notice' ? view.duties.map(({ kind }) => kind).join(' + ') : view.show;
    return `${to}: ${what}`;
  });
}

async function answerEverything(here: World, id: ReviewId, except: readonly string[] = []): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    const review = await stateOf(here, id);
    for (const item of openItems(review, checklist)) {
      if (except.includes(item.prompt)) continue;
      const answer: Answer = { status: "don't know", reason: written('Nobody here knows yet'), evidence: [] };
      const intent = { does: 'answer', review: id, prompt: item.prompt, revision: 0, answer } as const;
      const done = await here.desk.record(intent, { by: item.owner, source: { via: 'workspace' } });
      if (isRefusal(done)) throw new Error(done.sentence);
    }
  }
}

describe('a review', () => {
  it('carries a review from opening to sign-off', async () => {
    const { world: here, review } = await begun();
    expect(told(here).toSorted()).toEqual([
      '#platform-security: channel',
      'compliance: opening',
      'platform: opening',
      'security: opening',
      'sre: opening',
    ]);
    // In New York it is four in the morning; Dana hears of it at nine.
    await here.until('2026-11-23T14:30:00.000Z');
    expect(told(here, 5)).toEqual(['dev: opening']);

    await answerEverything(here, review);
    expect((await stateOf(here, review)).status).toBe('complete');
    await here.until('2026-11-25T08:00:00.000Z');
    const closed = await stateOf(here, review);
    expect(closed).toMatchObject({ status: 'closed', closed: { because: 'everything is answered' } });
    await here.until('2026-11-25T16:00:00.000Z');
    expect(told(here, 6)).toEqual(
      expect.arrayContaining(['#platform-security: report', 'approver: sign-off', 'second-approver: sign-off']),
    );

    const signed = await here.desk.record(
      { does: 'sign off', review, answerSet: answerSetHash(closed) },
      here.as('approver'),
    );
    expect(isRefusal(signed)).toBe(false);
    await here.until('2026-11-26T16:00:00.000Z');
    expect((await stateOf(here, review)).status).toBe('signed off');
    expect(here.alarms.failures).toEqual([]);
    expect(here.log.said.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('reminds, tells what is overdue, escalates to named people, and ends at its deadline when nobody answers', async () => {
    const { world: here, review } = await begun();
    // The next review opens at New Year; what is told until then is about this one.
    await here.until('2026-12-31T20:00:00.000Z');
    const heard = told(here);
    const toPia = heard.filter((line) => line.startsWith('platform:'));
    expect(toPia[0]).toBe('platform: opening');
    expect(toPia.filter((line) => line.includes('remind'))).toHaveLength(3);
    expect(toPia.filter((line) => line.includes('overdue')).length).toBeGreaterThan(1);
    expect(heard.some((line) => line.startsWith('security:') && line.includes('escalate to lead'))).toBe(true);
    await here.until('2027-01-15T00:00:00.000Z');
    expect(await stateOf(here, review)).toMatchObject({
      status: 'lapsed',
      closed: { because: 'the deadline passed', answered: 0 },
    });
    expect(here.alarms.failures).toEqual([]);
  });

  it('never says the same thing twice, whatever is looked at again', async () => {
    const { world: here } = await begun();
    const before = told(here);
    for (let minute = 0; minute < 3; minute += 1) await here.sweep();
    await here.until('2026-11-23T09:10:00.000Z');
    expect(told(here)).toEqual(before);
  });

  it('does not chase what was answered', async () => {
    const { world: here, review } = await begun();
    const { items } = await stateOf(here, review);
    const others = [...items.values()]
      .filter(({ owner }) => owner !== here.who('platform'))
      .map(({ prompt }) => prompt);
    await answerEverything(here, review, others);
    await here.until('2026-12-31T20:00:00.000Z');
    const toPia = told(here).filter((line) => line.startsWith('platform:'));
    expect(toPia.filter((line) => line.includes('remind') || line.includes('overdue'))).toEqual([]);
  });

  it('keeps what may have been sent as uncertain, and lets the next reminder stand in for it', async () => {
    const here = await world();
    const review = await openNow(here.ports, here.program.id, bySchedule);
    here.messenger.failNext('uncertain', 'uncertain', 'uncertain', 'uncertain', 'uncertain');
    await here.until('2026-11-24T12:00:00.000Z');
    const ledger = await here.ports.readings.ledger({ review: String(review) });
    expect(ledger.filter(({ status }) => status === 'uncertain')).toHaveLength(5);
    expect(told(here).filter((line) => line === 'platform: opening').length).toBeLessThanOrEqual(1);
    const card = await here.desk.card({ show: 'status', review: String(review) }, here.who('security'));
    expect(card.rows).toContainEqual(
      expect.objectContaining({ label: 'Pia Lund', value: expect.stringContaining('Asked') }),
    );
    await here.until('2026-12-01T12:00:00.000Z');
    expect(told(here)).toContain('platform: remind');
  });

  it('tells the lead who cannot be reached, and goes on trying', async () => {
    const here = await world();
    await openNow(here.ports, here.program.id, bySchedule);
    here.messenger.failNextTo('platform', 'unreachable');
    await here.until('2026-11-23T16:00:00.000Z');
    expect(told(here).some((line) => line.startsWith('security:') && line.includes('tell unreachable'))).toBe(true);
  });

  it('says on the lead’s card, in what waits, at the terminal and before opening that a chat takes nothing now', async () => {
    const here = await world();
    const removed = 'the app was removed from the workspace';
    await here.ports.connections.pause('workspace', removed, '2026-11-23T08:00:00.000Z');
    const before = await preview(here.ports, here.program.id);
    expect(before).toMatchObject({ paused: [{ platform: 'workspace', why: removed }] });
    const review = String(await openNow(here.ports, here.program.id, bySchedule));
    const says = `wait since Mon 23 Nov, 09:00: ${removed}. Nothing is lost.`;
    for (const view of [{ show: 'status', review }, { show: 'mine' }] as const) {
      expect(JSON.stringify((await here.desk.card(view, here.who('security'))).rows[0])).toContain(says);
    }
    expect(await statusReports(here.ports, review)).toMatchObject([{ paused: [{ why: removed }] }]);
    await here.ports.connections.resume('workspace');
    expect(JSON.stringify(await here.desk.card({ show: 'mine' }, here.who('security')))).not.toContain('wait since');
  });

  it('opens the next one on schedule, once, and notes the ones nobody was running for', async () => {
    const here = await world();
    await here.until('2027-01-04T00:00:00.000Z');
    const rows = await here.ports.readings.reviews();
    expect(rows.map(({ id }) => id)).toEqual(['kubernetes-security-2027-01-01']);
    await here.sweep();
    expect(await here.ports.readings.reviews()).toHaveLength(1);
  });

  it('asks whom the lead chose from now on in the next review too, once, and shows it as drift', async () => {
    const { world: here, review } = await begun();
    const prompt = 'network.network-policies';
    const to = here.who('sre');
    const intent = { does: 'reassign' as const, review, prompts: [prompt], to, lasting: true };
    expect(isRefusal(await here.desk.record(intent, here.as('security')))).toBe(false);
    await here.until('2026-11-23T09:05:00.000Z');
    await here.sweep();
    const events = await here.ports.readings.record({ stream: { kind: 'program', id: here.program.id }, limit: 50 });
    expect(events.filter(({ type }) => type === 'OwnerChanged')).toMatchObject([{ by: here.who('security') }]);
    const status = await statusReports(here.ports, review);
    expect(isRefusal(status) ? status : status[0]?.drift).toMatchObject([{ prompt, now: 'Ravi Shah' }]);
    await here.until('2027-01-04T09:00:00.000Z');
    const next = await stateOf(here, 'kubernetes-security-2027-01-01');
    expect(next.items.get(prompt)?.owner).toBe(to);
  });

  it('is asked and acknowledged without the queue, with the sweep alone', async () => {
    const here = await world();
    const away = { ...here.ports.alarms, set: notSet, healthy: async () => false };
    const ports = { ...here.ports, alarms: away };
    await openNow(ports, here.program.id, bySchedule);
    here.clock.set('2026-11-23T08:31:00.000Z');
    await sweep(ports);
    expect(told(here)).toContain('platform: opening');
  });
});

async function notSet(alarm: Alarm): Promise<void> {
  throw new AlarmNotSet(alarm, new Error('The queue is away.'));
}
