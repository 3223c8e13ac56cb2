/** The channel's living message, when its opening perhaps never came: nothing is said twice, and the next digest is it. */
import { expect, it } from 'vitest';
import { type World, world } from '../support/world.ts';

const channel = '#platform-security';
const inChannel = ({ messenger }: World) => messenger.sent.filter(({ to }) => to === channel);
const kept = async ({ ports, program }: World) =>
  (await ports.messages.of(`channel:${program.id}`)).map(({ view }) => view.show);

it('is the next digest, kept as such, and the digests after it are digests', async () => {
  const here = await world();
  here.messenger.failNextTo(channel, 'uncertain');
  const review = await here.opened();
  expect(inChannel(here).map(({ view }) => view.show)).toEqual(['channel']);
  expect(await kept(here)).toEqual([]);
  await here.until('2026-11-26T16:00:00.000Z');
  expect(inChannel(here)[1]).toMatchObject({ view: { show: 'channel', review } });
  expect(await kept(here)).toEqual(['channel']);
  await here.until('2026-12-03T16:00:00.000Z');
  expect(inChannel(here).length).toBeGreaterThan(2);
  expect((await kept(here)).slice(1).every((show) => show === 'notice')).toBe(true);
});

it('stays the opening where that is known to stand', async () => {
  const here = await world();
  await here.opened();
  await here.until('2026-11-26T16:00:00.000Z');
  expect(await kept(here)).toEqual(['channel', 'notice']);
});

it('is looked for in each review by itself', async () => {
  const here = await world();
  const first = await here.opened();
  await here.desk.record({ does: 'close', review: first }, here.as('security'));
  await here.until('2026-11-24T09:00:00.000Z');
  here.messenger.failNextTo(channel, 'uncertain');
  const second = await here.opened('2026-11-24T10:00:00.000Z');
  await here.until('2026-11-26T16:00:00.000Z');
  const views = (await here.ports.messages.of(`channel:${here.program.id}`)).map(({ view }) => view);
  expect(views.filter(({ show }) => show === 'channel')).toEqual([
    { show: 'channel', review: first },
    { show: 'channel', review: second },
  ]);
});

it('an owner whose opening perhaps never came begins from the reminder', async () => {
  const here = await world();
  here.messenger.failNextTo('platform', 'uncertain');
  const review = await here.opened();
  await here.until('2026-12-01T16:00:00.000Z');
  const [, next] = here.messenger.sent.filter(({ to }) => to === 'platform');
  expect(next?.view).toMatchObject({ show: 'notice', duties: [{ kind: 'remind', review }] });
  expect(next?.card.actions).toEqual(
    expect.arrayContaining([expect.objectContaining({ label: 'Answer', style: 'primary' })]),
  );
});

it('is the opening also where that went out together with a digest', async () => {
  const here = await world();
  await here.until('2026-11-25T21:20:00.000Z');
  await here.opened('2026-11-26T16:00:00.000Z');
  expect(inChannel(here).map(({ view }) => view)).toMatchObject([
    { show: 'notice', duties: [{ kind: 'post opening' }, { kind: 'post digest' }] },
  ]);
  await here.until('2026-12-03T16:00:00.000Z');
  expect((await kept(here)).length).toBeGreaterThan(1);
  expect(await kept(here)).not.toContain('channel');
});
