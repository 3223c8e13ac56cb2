/** The contract's part on what is looked up. */
import { describe, expect, test } from 'vitest';
import { record, tell } from './records-appending.ts';
import { act, answered, dutyOf, fresh, opening, programStream, registered, reviewStream } from './records-scene.ts';
import type { Records } from './records-set.ts';

export function readingsContract(here: () => Records): void {
  test('a program is listed once it is registered', async () => {
    const id = fresh('program');
    await here().store.change(programStream(id), { ...act, decide: () => ({ events: [registered()] }) });
    expect(await here().readings.programs()).toContain(id);
  });

  test('a review shows how many of the asked prompts are answered, and a yes may ask more', async () => {
    const review = await begin(here());
    expect(await rowOf(here(), review)).toMatchObject({ asked: 2, answered: 0, status: 'open', due: '2026-12-07' });
    await record(here(), reviewStream(review), answered('access.mfa', 1));
    expect(await rowOf(here(), review)).toMatchObject({ asked: 3, answered: 1, programId: 'small-program' });
    await record(here(), reviewStream(review), { type: 'ReviewCompleted' });
    expect(await rowOf(here(), review)).toMatchObject({ status: 'complete' });
    expect((await here().readings.reviews({ status: ['open'] })).map(({ id }) => id)).not.toContain(review);
    expect(await here().readings.reviews({ program: 'another' })).toEqual([]);
  });

  test('the last answer is that of the newest review that has one, whichever was given last', async () => {
    const program = fresh('small');
    const [older, newer] = [reviewStream(fresh('r')), reviewStream(fresh('r'))];
    await record(here(), older, { ...opening('2031-01-01T00:00:00.000Z'), program });
    await record(here(), newer, { ...opening('2032-01-01T00:00:00.000Z'), program });
    await record(here(), newer, answered('access.mfa', 1, 'newer'));
    await record(here(), older, answered('access.mfa', 1, 'older'), answered('access.logs', 1, 'only here', 'partly'));
    await record(here(), older, {
      type: 'AnswerJudged',
      prompt: 'access.logs',
      revision: 1,
      outcome: 'falls short',
      reason: { text: 'too thin' },
    });
    const last = await here().readings.lastAnswers(program);
    expect(last.get('access.mfa')).toMatchObject({ review: newer.id, answer: { note: { text: 'newer' } }, carried: 0 });
    expect(last.get('access.logs')).toMatchObject({
      review: older.id,
      outcome: 'falls short',
      answer: { note: { text: 'only here' } },
    });
    expect(last.has('access.keys')).toBe(false);
  });

  test('a duty is open until a delivery claims it or it is dropped', async () => {
    const contact = fresh('c');
    const review = await begin(here());
    const [asked, chased, moot] = [0, 1, 2].map((ordinal) => dutyOf(review, contact, ordinal));
    if (!asked || !chased || !moot) throw new Error('Three duties were made.');
    await record(here(), reviewStream(review), { type: 'DutiesFellDue', duties: [asked, chased, moot] });
    expect(await here().readings.openDuties(contact)).toEqual([asked, chased, moot]);
    expect(await here().readings.contactsWithOpenDuties()).toContain(contact);
    const delivery = fresh('d');
    await tell(here(), contact, {
      type: 'DeliveryPlanned',
      delivery,
      duties: [chased, asked],
      at: '2026-11-24T08:00:00.000Z',
    });
    await tell(here(), contact, { type: 'DutiesDropped', duties: [moot.key], because: 'answered' });
    expect(await here().readings.openDuties(contact)).toEqual([]);
    expect(await here().readings.contactsWithOpenDuties()).not.toContain(contact);
    expect((await here().readings.delivery(delivery))?.duties).toEqual([chased, asked]);
  });

  describe('deliveries', () => {
    test('one is due when its time has come, or when whoever claimed it let the lease run out', async () => {
      const { contact, delivery } = await planned(here());
      const due = async (by: string) => (await here().readings.deliveriesDue(by)).some(({ id }) => id === delivery);
      expect(await due('2026-11-24T07:59:59.999Z')).toBe(false);
      expect(await due('2026-11-24T08:00:00.000Z')).toBe(true);
      await tell(here(), contact, { type: 'DeliveryClaimed', delivery, until: '2026-11-24T08:02:00.000Z' });
      expect(await due('2026-11-24T08:01:00.000Z')).toBe(false);
      expect(await due('2026-11-24T08:02:00.000Z')).toBe(true);
      const ref = { platform: 'workspace', conversation: 'c', message: 'm' } as const;
      await tell(here(), contact, { type: 'DeliverySent', delivery, ref });
      expect(await due('2027-01-01T00:00:00.000Z')).toBe(false);
      expect(await here().readings.delivery(delivery)).toMatchObject({ status: 'sent', attempts: 1, contact });
    });

    test('the ledger tells of a review or of a contact what was said, and its other half what was not, and why', async () => {
      const { contact, delivery, review } = await planned(here());
      await tell(here(), contact, { type: 'DeliveryDropped', delivery, because: 'everything was answered' });
      const [row] = await here().readings.ledger({ contact });
      expect(row).toMatchObject({ id: delivery, status: 'dropped', why: 'everything was answered' });
      expect(await here().readings.ledger({ review })).toEqual([row]);
      expect(await here().readings.ledger({ review, limit: 0 })).toEqual([]);
      const told = await here().readings.ledgerEvents({ contact });
      expect(told.map(({ event }) => event.type)).toEqual(['DeliveryDropped']);
    });

    test('the ledger keeps why some of it waited before it was planned', async () => {
      const review = await begin(here());
      const [contact, delivery] = [fresh('c'), fresh('d')];
      const duties = [dutyOf(review, contact)];
      const at = '2026-11-24T08:00:00.000Z';
      await tell(
        here(),
        contact,
        { type: 'DutiesHeldBack', duties: duties.map(({ key }) => key), because: 'a free day', until: at },
        { type: 'DeliveryPlanned', delivery, duties, at },
      );
      expect(await here().readings.delivery(delivery)).toMatchObject({ heldBefore: 'a free day', duties });
    });

    test('a long ledger comes with all its duties, each in its own delivery', async () => {
      const review = await begin(here());
      const contact = fresh('c');
      const at = '2026-11-24T08:00:00.000Z';
      const ids = Array.from({ length: 230 }, () => fresh('d'));
      const duties = ids.map((_, index) => [dutyOf(review, contact, index, 'ask'), dutyOf(review, contact, index)]);
      const plans = ids.map((delivery, index) => ({ delivery, duties: duties[index] ?? [], at }));
      await tell(here(), contact, ...plans.map((planned) => ({ type: 'DeliveryPlanned', ...planned }) as const));
      const ledger = new Map((await here().readings.ledger({ review })).map((row) => [row.id, row.duties]));
      expect(ids.map((id) => ledger.get(id))).toEqual(duties);
    });

    test('a duty taken out of a waiting delivery is in none', async () => {
      const { contact, delivery, duties } = await planned(here());
      await tell(here(), contact, { type: 'DutiesDropped', duties: [duties[0]?.key ?? ''], because: 'answered' });
      expect((await here().readings.delivery(delivery))?.duties).toEqual(duties.slice(1));
      expect(await here().readings.openDuties(contact)).toEqual([]);
    });
  });

  test('the record pages back from the newest event', async () => {
    const review = await begin(here());
    await record(here(), reviewStream(review), answered('access.mfa', 1), answered('access.logs', 1));
    const [newest, ...others] = await here().readings.record({ stream: reviewStream(review), limit: 10 });
    expect([newest, ...others].map((row) => row?.version)).toEqual([3, 2, 1]);
    expect(newest).toMatchObject({ type: 'QuestionAnswered', by: 'p-anna', source: { via: 'workspace', ref: 'm-1' } });
    const page = await here().readings.record({ stream: reviewStream(review), before: newest?.id ?? '', limit: 1 });
    expect(page).toEqual(others.slice(0, 1));
  });
}

async function begin(records: Records): Promise<string> {
  const review = fresh('r');
  await record(records, reviewStream(review), opening());
  return review;
}

async function planned(records: Records) {
  const review = await begin(records);
  const [contact, delivery] = [fresh('c'), fresh('d')];
  const duties = [dutyOf(review, contact, 0), dutyOf(review, contact, 1)];
  await record(records, reviewStream(review), { type: 'DutiesFellDue', duties });
  await tell(records, contact, { type: 'DeliveryPlanned', delivery, duties, at: '2026-11-24T08:00:00.000Z' });
  return { review, contact, delivery, duties };
}

async function rowOf(records: Records, review: string) {
  return (await records.readings.reviews()).find(({ id }) => id === review);
}
