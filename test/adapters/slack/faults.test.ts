/** What Slack, or the way to it, does to us: nothing is said twice, nothing acknowledged is lost, and no click waits. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/domain/card/card.ts';
import { openItems } from '../../../src/domain/review/asked.ts';
import { openNow } from '../../../src/flow/open.ts';
import { bySchedule } from '../../../src/flow/soon.ts';
import { checklist } from '../../support/a-review.ts';
import { answerAll } from '../../support/answering.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

const statusOf = async (key: string) =>
  (await house.ports.readings.ledger({ contact: house.who(key) })).map(({ status }) => status);

describe('a message', () => {
  it('that Slack refused was not sent, though the database was away when that was to be noted', async () => {
    house = await slackHouse();
    const toPia = ({ channel }: Record<string, unknown>) => channel === house.user('platform');
    house.slack.fail('chat.postMessage', { fault: 'refuse', error: 'token_revoked' }, { when: toPia });
    const away = () => Promise.reject(new Error('The database is away.'));
    Object.assign(house.ports.connections, { pause: away });
    await house.opened('2026-11-23T08:30:30.000Z');
    expect(await statusOf('platform')).toEqual(['planned']);
    await house.until('2026-11-23T09:30:00.000Z');
    expect(await statusOf('platform')).toEqual(['sent']);
  });

  it('that cannot be drawn was not sent', async () => {
    house = await slackHouse();
    const [pia] = [...(await house.ports.directory.people()).values()].filter(({ key }) => key === 'platform');
    const sending = house.muster.messenger.send({
      to: { person: pia ?? expect.fail() },
      view: { show: 'mine' },
      card: { title: 'A card of another version' } as Card,
      delivery: 'd-1',
    });
    await expect(sending).rejects.toMatchObject({ certainty: 'not sent', message: expect.stringContaining('drawn') });
    expect(house.slack.calls('chat.postMessage')).toEqual([]);
  });

  it('is not believed to arrive at an account that only another process was told is gone', async () => {
    house = await slackHouse();
    await house.opened();
    const { slack, user } = house;
    expect(slack.dm(user('platform'))).toHaveLength(1);
    const pia = slack.world.users.get(user('platform')) ?? expect.fail();
    slack.world.users.set(pia.id, { ...pia, deleted: true });
    await house.until('2026-12-02T12:00:00.000Z');
    expect(slack.dm(user('platform'))).toHaveLength(1);
    const contact = await house.ports.store.current({ kind: 'contact', id: house.who('platform') });
    expect(contact?.state.unreachable?.why).toContain('deactivated');
  });

  it('reaches whoever got another account under the same e-mail address', async () => {
    house = await slackHouse();
    await house.opened();
    const { slack, user } = house;
    const pia = slack.world.users.get(user('platform')) ?? expect.fail();
    await slack.userChange(pia.id, { deleted: true });
    const { id: anew } = slack.addUser({ realName: pia.realName, email: pia.email });
    await house.until('2026-12-02T12:00:00.000Z');
    expect(slack.dm(pia.id)).toHaveLength(1);
    expect(slack.dm(anew).length).toBeGreaterThan(0);
    expect((await house.ports.directory.byAddress('slack', anew))?.key).toBe('platform');
  });

  it('is not posted where another organisation reads along, unless that is meant', async () => {
    house = await slackHouse({ shared: true });
    const review = await house.opened();
    expect(house.slack.messages(house.channel)).toEqual([]);
    await house.until('2026-11-23T09:30:00.000Z');
    const toLead = house.slack.dm(house.user('security')).map(house.slack.says).join('\n');
    expect(toLead).toContain('The team channel cannot be written to: the channel is shared');
    const card = await house.desk.card({ show: 'status', review }, house.who('security'));
    expect(JSON.stringify(card.rows)).toContain('cannot be written to: the channel is shared');
    await house.close();
    house = await slackHouse({ shared: true, muster: { sharedChannels: true } });
    await house.opened();
    expect(house.slack.messages(house.channel)).toHaveLength(1);
  });

  it('is not posted in a channel that Slack has just told is shared, and the lead is told', async () => {
    house = await slackHouse();
    const { slack } = house;
    const review = await house.opened('2026-11-23T08:31:00.000Z');
    expect(slack.messages(house.channel)).toHaveLength(1);
    await slack.shareChannel(house.channel);
    const closing = { does: 'close', review } as const;
    await house.desk.record(closing, { by: house.who('security'), source: { via: 'slack' } });
    // What is known of a channel would be believed for longer than this.
    await house.until('2026-11-23T08:34:00.000Z');
    expect(slack.messages(house.channel)).toHaveLength(1);
    await house.until('2026-11-23T09:30:00.000Z');
    const toLead = slack.dm(house.user('security')).map(slack.says).join('\n');
    expect(toLead).toContain('The team channel cannot be written to: the channel is shared');
  });

  it('is not redrawn either in a channel that was shared after it was posted', async () => {
    house = await slackHouse();
    const { slack } = house;
    const review = await house.opened();
    const channel = slack.world.channels.get(house.channel) ?? expect.fail();
    slack.world.channels.set(house.channel, { ...channel, shared: true });
    const looked = slack.calls('conversations.info').length;
    await house.until('2026-11-23T09:30:00.000Z');
    await answerAll(house, review);
    await house.until('2026-11-23T09:35:00.000Z');
    await slack.when('a look at the channel', () => slack.calls('conversations.info').length > looked);
    await slack.settled();
    expect(slack.messages(house.channel).map(({ edits }) => edits)).toEqual([0]);
  });
});

describe('a click', () => {
  async function begun() {
    house = await slackHouse();
    const review = await house.opened();
    const start = await house.slack.clickInMessage(house.user('platform'), { click: 'Start' });
    await start.answered();
    return review;
  }
  const answered = async (review: string) =>
    [...(await house.review(review)).items.values()].filter(({ answers }) => answers.length > 0).length;

  it('is recorded though another was made on the same card a moment before', async () => {
    const review = await begun();
    const [message] = house.slack.dm(house.user('platform'));
    if (!message) expect.fail('There is no message.');
    const both = await Promise.all([
      house.slack.clickInMessage(house.user('platform'), { click: 'Yes', nth: 1, of: message }),
      house.slack.clickInMessage(house.user('platform'), { click: 'Yes', nth: 2, of: message }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await Promise.all(both.map((each) => each.answered()));
    expect(await answered(review)).toBe(2);
    const now = house.slack.says(house.slack.dm(house.user('platform'))[0] ?? message);
    expect(now.split('you, just now')).toHaveLength(3);
  });

  it('is recorded once, however often it is delivered', async () => {
    const review = await begun();
    const told = await house.slack.clickInMessage(house.user('platform'), { click: 'Yes', nth: 1 });
    await told.answered();
    for (const [at, exact] of [false, true].entries()) {
      expect((await told.again({ exact })).status).toBe(200);
      // Taken for a second click it would be refused, since the card it came from is outdated by the first.
      const { args } = await told.answered(at + 2);
      expect(JSON.stringify(args)).toContain('✓');
      expect(JSON.stringify(args)).not.toContain('⚠');
    }
    expect(await answered(review)).toBe(1);
    const { items } = await house.review(review);
    expect([...items.values()].flatMap(({ answers }) => answers)).toHaveLength(1);
  });

  it('on a stale card is refused with the present state', async () => {
    const review = await begun();
    const [before] = house.slack.dm(house.user('platform'));
    if (!before) expect.fail('There is no message.');
    await (await house.slack.clickInMessage(house.user('platform'), { click: 'Yes', nth: 1 })).answered();
    const told = await house.slack.clickInMessage(house.user('platform'), { click: 'Partly', nth: 1, of: before });
    expect(told.status).toBe(200);
    await told.answered();
    expect(await answered(review)).toBe(1);
    expect(house.slack.says(house.slack.dm(house.user('platform'))[0] ?? before)).toContain('⚠');
  });

  it('is acknowledged while Slack’s API hangs, and so is one that opens a form', async () => {
    const review = await begun();
    const hanging = house.slack.fail('*', { fault: 'hang' }, { times: 100 });
    const yes = await house.slack.clickInMessage(house.user('platform'), { click: 'Yes', nth: 1 });
    expect(yes.status).toBe(200);
    const form = await house.slack.clickInMessage(house.user('platform'), { click: 'With evidence or note', nth: 1 });
    expect(form.status).toBe(200);
    // Whoever Slack kept waiting waits still: no acknowledgement came because one of them gave up.
    expect(house.slack.entries.filter(({ fault }) => fault === 'hang')).toEqual([]);
    hanging.lift();
    hanging.release();
    expect(await answered(review)).toBe(1);
  });

  it('is not acknowledged when it could not be recorded, and the form stays as it was filled', async () => {
    const review = await begun();
    const form = await house.slack.clickInMessage(house.user('platform'), { click: 'With evidence or note', nth: 1 });
    expect(form.status).toBe(200);
    await house.slack.when('a form', () => house.slack.modals(house.user('platform')).length === 1);
    const change = house.ports.store.change;
    Object.assign(house.ports.store, { change: () => Promise.reject(new Error('The disk is full.')) });
    const yes = await house.slack.clickInMessage(house.user('platform'), { click: 'Yes', nth: 1 });
    const sent = await house.slack.submitView(house.user('platform'), { Answer: 'Yes' });
    Object.assign(house.ports.store, { change });
    expect([yes.status, sent.status]).toEqual([500, 500]);
    expect(house.slack.modals(house.user('platform'))).toHaveLength(1);
    expect(await answered(review)).toBe(0);
    expect((await house.slack.submitView(house.user('platform'))).status).toBe(200);
    expect(await answered(review)).toBe(1);
  });
});

describe('fifty owners at once', () => {
  it('are all asked, each once, within Slack’s limits; a click meanwhile does not wait', async () => {
    house = await slackHouse({ owners: 50 });
    const { slack } = house;
    const named = Array.from({ length: 50 }, (_, at) => house.who(`owner-${at}`));
    const review = await openNow(house.ports, house.program.id, bySchedule);
    if (typeof review !== 'string') expect.fail(review.sentence);
    await house.until('2026-11-23T08:30:03.000Z');
    const told = await slack.slashCommand(house.user('platform'), '/review mine', { in: house.channel });
    expect(told.status).toBe(200);
    // Until the last of their working days has begun.
    await house.until('2026-11-23T20:00:00.000Z');
    const deliveries = await house.ports.readings.ledger({ review });
    expect(deliveries.filter(({ status }) => status === 'uncertain' || status === 'refused')).toEqual([]);
    expect(slack.refusals()).toEqual([]);
    const owners = [...new Set(openItems(await house.review(review), checklist).map(({ owner }) => owner))];
    expect(owners.filter((owner) => named.includes(owner)).length).toBeGreaterThan(40);
    const people = await house.ports.directory.people();
    for (const owner of owners) {
      const address = people.get(owner)?.address ?? expect.fail(`${owner} was never found in Slack.`);
      expect([owner, slack.dm(address).length]).toEqual([owner, 1]);
      const own = deliveries.filter(({ contact }) => contact === owner);
      expect([owner, own.map(({ status }) => status)]).toEqual([owner, ['sent']]);
    }
  });
});
