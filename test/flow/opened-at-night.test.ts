/** A review opened in the evening: nobody is asked before their morning, and wherever somebody looks that is what is said. */
import { expect, it } from 'vitest';
import type { Card } from '../../src/domain/card/card.ts';
import { isRefusal } from '../../src/domain/event.ts';
import { statusReports } from '../../src/flow/office/status-reports.ts';
import { type World, world } from '../support/world.ts';

async function openedAtNight(): Promise<{ here: World; review: string; sentence: string }> {
  const here = await world();
  await here.until('2026-11-23T21:20:00.000Z');
  const done = await here.desk.record({ does: 'open', program: here.program.id }, here.as('security'));
  if (isRefusal(done)) throw new Error(done.sentence);
  await here.until('2026-11-23T21:40:00.000Z');
  return { here, review: 'kubernetes-security-2026-11-23', sentence: done.sentence };
}

/** The facts under a heading, each as a line. */
function under({ rows }: Card, heading: string): readonly string[] {
  const from = rows.findIndex((row) => row.row === 'heading' && row.text.startsWith(heading)) + 1;
  const end = rows.findIndex((row, at) => at >= from && row.row === 'heading');
  return rows.slice(from, end < 0 ? rows.length : end).map((row) => {
    if (row.row === 'fact') return `${row.label}: ${row.value}`;
    return row.row === 'text' ? row.text.map(({ text }) => text).join('') : row.row;
  });
}

it('is acknowledged without a word of “now”', async () => {
  const { here, sentence } = await openedAtNight();
  expect(here.messenger.sent.map(({ to }) => to)).not.toContain('platform');
  expect(sentence).toBe('The review is open. Its owners are asked in their working hours.');
});

it('puts what waits for morning under what comes next, and not under what one was told', async () => {
  const { here, review } = await openedAtNight();
  const why = () => here.desk.card({ show: 'why', review }, here.who('platform'));
  expect(under(await why(), 'What you were told')).toEqual(['Nothing yet.']);
  expect(under(await why(), 'What comes next')[0]).toBe(
    'Tue 24 Nov, 09:00: Asked, unless it is answered before; held back: outside working hours',
  );
  await here.until('2026-11-24T09:00:00.000Z');
  expect(under(await why(), 'What you were told')).toEqual([
    'Tue 24 Nov, 09:00: Asked: sent, held back before (outside working hours)',
  ]);
  expect(under(await why(), 'What comes next').join()).not.toContain('held back');
});

it('is listed at the terminal with who is asked in the morning', async () => {
  const { here, review } = await openedAtNight();
  const reports = await statusReports(here.ports, review);
  const [report] = isRefusal(reports) ? [] : (reports as Exclude<typeof reports, { refused: string }>);
  const asked = report?.next.find(({ sentence }) => sentence === 'Pia Lund is asked.');
  expect(asked?.at.slice(0, 16)).toBe('2026-11-24T08:00');
});
