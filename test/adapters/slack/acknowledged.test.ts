/** What goes wrong after Slack has its acknowledgement is told to who pressed, typed or looked: nothing else would tell them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Modal } from '../../../src/adapters/slack/block-kit.ts';
import type { OpenKit } from '../../../src/adapters/slack/kit.ts';
import { openWindow } from '../../../src/adapters/slack/windows.ts';
import { gate } from '../../support/gate.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
let review: string;
beforeEach(async () => {
  // Longer than the app waits for itself, so that it is the first to give up.
  house = await slackHouse({ slack: { patience: 10_000 } });
  review = await house.opened();
  await (await house.slack.clickInMessage(house.user('platform'), { click: 'Start' })).answered();
});
afterEach(async () => {
  vi.useRealTimers();
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

const failing = () => Promise.reject(new Error('The disk is full.'));
const click = (aim: object) => house.slack.clickInMessage(house.user('platform'), { nth: 1, ...aim } as never);
const said = () => house.slack.says(house.slack.ephemerals(house.user('platform')).at(-1) ?? expect.fail());
const answers = async () => [...(await house.review(review)).items.values()].flatMap((item) => item.answers);

it('a click that was recorded and cannot be shown', async () => {
  Object.assign(house.desk, { card: failing });
  const told = await click({ click: 'Yes' });
  expect(told.status).toBe(200);
  await told.answered();
  expect(await answers()).toHaveLength(1);
  expect(said()).toContain('could not show');
});

it('a window that was opened empty and then could not be drawn', async () => {
  const drawing = gate();
  Object.assign(house.desk, { form: () => drawing.passed.then(failing) });
  expect((await click({ click: 'With evidence or note' })).status).toBe(200);
  const shows = (words: string) => () => house.slack.modals(house.user('platform'))[0]?.says.includes(words) ?? false;
  await house.slack.when('an empty window', shows('One moment'));
  drawing.open();
  await house.slack.when('why it stays empty', shows('could not draw'));
});

it('a form that was recorded and whose card cannot be shown', async () => {
  await click({ click: 'With evidence or note' });
  await house.slack.when('a form', () => house.slack.modals(house.user('platform')).length === 1);
  Object.assign(house.desk, { card: failing });
  const sent = await house.slack.submitView(house.user('platform'), { Answer: 'Yes' });
  expect(sent.status).toBe(200);
  await house.slack.when('a sentence', () => house.slack.ephemerals(house.user('platform')).length > 0);
  expect(await answers()).toHaveLength(1);
  expect(said()).toContain('could not show');
});

it('a Home that cannot be looked up', async () => {
  Object.assign(house.desk, { card: failing });
  const opened = await house.slack.openHome(house.user('platform'));
  await opened.next(({ name }) => name === 'views.publish');
  expect(house.slack.home(house.user('platform'))?.says).toContain('could not look up');
});

it('an answer whose commit took longer than Slack waits is shown all the same', async () => {
  const { change } = house.ports.store;
  const committing = gate();
  const slow: typeof change = async (stream, act) => {
    await committing.passed;
    return change(stream, act);
  };
  Object.assign(house.ports.store, { change: slow });
  const told = await click({ click: 'Yes' });
  expect(told.status).toBe(503);
  committing.open();
  await told.answered();
  expect(await answers()).toHaveLength(1);
  const [card] = house.slack.dm(house.user('platform'));
  expect(house.slack.says(card ?? expect.fail())).toContain('you, just now');
});

it('a window opens at once where its trigger’s time was spent before it was drawn', async () => {
  // Nobody's time passes here, so a window that waits for it never opens.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const hasOpened = gate();
  const open = async () => {
    hasOpened.open();
    return { view: { id: 'V1' } };
  };
  const kit = { clients: { interactive: { views: { open, update: async () => ({}) } } } } as unknown as OpenKit;
  const drawing = gate();
  const trigger = { id: 'T1', since: performance.now() - 10_000 };
  const window = openWindow(kit, { trigger, onTop: false }, () => drawing.passed.then(() => ({}) as Modal));
  await hasOpened.passed;
  drawing.open();
  expect(await window).toBe('open');
});

describe('a window whose opening Slack', () => {
  const press = () => click({ click: 'With evidence or note' });
  const windows = () => house.slack.modals(house.user('platform')).length;
  const remarks = () => house.slack.ephemerals(house.user('platform')).length;

  it('carried out without saying so is there, and nobody is told otherwise', async () => {
    house.slack.fail('views.open', { fault: 'lose the answer' });
    const told = await press();
    await told.next(({ name }) => name === 'views.update');
    await house.slack.settled();
    expect(windows()).toBe(1);
    expect(remarks()).toBe(0);
  });

  it('did not carry out is not there, and whoever pressed hears it', async () => {
    house.slack.fail('views.open', { fault: 'unavailable' });
    await (await press()).answered();
    expect(windows()).toBe(0);
    expect(said()).toContain('did not open the window');
  });

  it('says nothing of, whatever it is asked, is called uncertain', async () => {
    house.slack.fail('views.open', { fault: 'lose the answer' });
    house.slack.fail('views.update', { fault: 'unavailable' });
    await (await press()).answered();
    expect(windows()).toBe(1);
    expect(said()).toContain('did not say whether the window opened');
  });
});

it('who closes Slack waits until what was acknowledged is shown', async () => {
  const { card } = house.desk;
  const drawing = gate();
  const order: string[] = [];
  Object.assign(house.desk, {
    card: async (...of: Parameters<typeof card>) => {
      await drawing.passed;
      order.push('drawn');
      return card(...of);
    },
  });
  const told = await click({ click: 'Yes' });
  const closed = house.muster.close().then(() => order.push('closed'));
  expect((await click({ click: 'No' })).status).toBe(503);
  expect(order).toEqual([]);
  drawing.open();
  await Promise.all([closed, told.answered()]);
  expect(order).toEqual(['drawn', 'closed']);
});
