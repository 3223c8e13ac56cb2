import { expect, test } from 'vitest';
import { toldAbout } from '../../src/flow/told.ts';
import { memoryRecords } from '../support/memory-records.ts';
import { record, tell } from '../support/records-appending.ts';
import { dutyOf, opening, reviewStream, smallChecklist } from '../support/records-scene.ts';

test('why somebody was written to can be said long after, held back or not', async () => {
  let now = '2026-11-24T08:00:00.000Z';
  const records = memoryRecords({ now: () => now });
  await records.checklists.keep(smallChecklist);
  const [asked, chased] = [dutyOf('r-1', 'anna', 0), dutyOf('r-1', 'anna', 1)];
  await record(records, reviewStream('r-1'), opening(), { type: 'DutiesFellDue', duties: [asked, chased] });
  const ref = { platform: 'workspace', conversation: 'anna', message: 'm' } as const;
  await tell(
    records,
    'anna',
    { type: 'DutiesHeldBack', duties: [asked.key], because: 'a free day', until: now },
    { type: 'DeliveryPlanned', delivery: 'd-1', duties: [asked], at: now },
    { type: 'DeliveryClaimed', delivery: 'd-1', until: now },
    { type: 'DeliverySent', delivery: 'd-1', ref },
  );
  now = '2027-01-24T08:00:00.000Z';
  await tell(records, 'anna', { type: 'DeliveryPlanned', delivery: 'd-2', duties: [chased], at: now });
  expect(await toldAbout(records, 'r-1', 'anna')).toEqual([
    { duty: asked, at: '2026-11-24T08:00:00.000Z', state: 'sent, held back before (a free day)' },
    { duty: chased, at: now, state: 'planned', isPlanned: true },
  ]);
});
