/** When reviews begin: on schedule, by hand, once each, and no more when nobody names the program. */
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/domain/event.ts';
import { openDue, openNow } from '../../src/flow/open.ts';
import { register, retireOthers } from '../../src/flow/register.ts';
import { bySchedule } from '../../src/flow/soon.ts';
import { checklist } from '../support/a-review.ts';
import { type World, world } from '../support/world.ts';

async function programOf(here: World) {
  const current = await here.ports.store.current({ kind: 'program', id: here.program.id });
  return current?.state ?? expect.fail('There is no such program.');
}

describe('opening', () => {
  it('opens a second review on the day the lead closed the first, and the scheduled one after', async () => {
    const here = await world();
    const first = await openNow(here.ports, here.program.id, here.as('security'));
    expect(first).toBe('kubernetes-security-2026-11-23');
    await here.desk.record({ does: 'close', review: String(first) }, here.as('security'));
    here.clock.set('2026-11-23T10:00:00.000Z');
    expect(await openNow(here.ports, here.program.id, here.as('security'))).toBe('kubernetes-security-2026-11-23-2');
    await here.sweep();
    expect((await here.ports.readings.reviews()).map(({ id }) => id)).toHaveLength(2);
    await here.until('2027-01-04T09:00:00.000Z');
    expect((await here.ports.readings.reviews())[0]?.id).toBe('kubernetes-security-2027-01-01');
  });

  it('refuses to open beside an open one, and records nothing of the attempt', async () => {
    const here = await world();
    await openNow(here.ports, here.program.id, bySchedule);
    const before = await programOf(here);
    expect(isRefusal(Object(await openNow(here.ports, here.program.id, here.as('security'))))).toBe(true);
    expect(await programOf(here)).toEqual(before);
  });

  it('is for the lead', async () => {
    const here = await world();
    expect(await openNow(here.ports, here.program.id, here.as('platform'))).toMatchObject({ refused: 'not yours' });
  });

  it('plans anew when the cadence changed, also after a crash in between', async () => {
    const here = await world();
    const cadence = { cron: '0 9 1 12 *', zone: 'Europe/Stockholm' };
    await register(here.ports, { ...here.program, cadence }, checklist);
    expect((await programOf(here)).reviews.map(({ tick }) => tick)).toEqual(['2026-12-01T08:00:00.000Z']);
    // As if the process had ended between registering and planning: the next look plans.
    const { store } = here.ports;
    const settings = { ...here.program, cadence: { ...cadence, cron: '0 9 2 12 *' } };
    const checklistHash = (await programOf(here)).checklistHash;
    const events = [{ type: 'ProgramRegistered' as const, settings, checklistHash }];
    await store.change({ kind: 'program', id: here.program.id }, { ...bySchedule, decide: () => ({ events }) });
    await openDue(here.ports, here.program.id);
    expect((await programOf(here)).reviews.map(({ tick }) => tick)).toEqual(['2026-12-02T08:00:00.000Z']);
  });

  it('opens nothing for a program no file names any more, until one does', async () => {
    const here = await world();
    await retireOthers(here.ports, []);
    await here.until('2027-01-04T09:00:00.000Z');
    await here.sweep();
    expect(await here.ports.readings.reviews()).toEqual([]);
    await register(here.ports, here.program, checklist);
    await here.until('2027-04-05T09:00:00.000Z');
    expect(here.alarms.failures).toEqual([]);
    expect((await here.ports.readings.reviews()).map(({ id }) => id)).toEqual(['kubernetes-security-2027-04-01']);
  });

  it('is complete as it opens when everything is still valid', async () => {
    const here = await world();
    const answered = checklist.prompts.filter(({ outcome }) => outcome.by !== 'sub-questions');
    const last = new Map(
      answered.map(({ id }) => [
        id,
        {
          review: 'before',
          tick: '2026-11-20T08:00:00.000Z',
          by: here.who('platform'),
          at: '2026-11-20T08:00:00.000Z',
          answer: { status: 'declined' as const, reason: { text: 'Told before' }, evidence: [] },
          outcome: 'meets' as const,
          carried: 0,
        },
      ]),
    );
    const annual = { ...checklist, prompts: answered.map((prompt) => ({ ...prompt, frequency: 'annual' as const })) };
    await register(here.ports, here.program, annual);
    const readings = { ...here.ports.readings, lastAnswers: async () => last };
    const review = String(await openNow({ ...here.ports, readings }, here.program.id, bySchedule));
    expect((await here.ports.store.current({ kind: 'review', id: review }))?.state.status).toBe('complete');
  });
});
