/** Why somebody hears what, and when: in their own hours, and also while nothing can be said. */
import { afterEach, describe, expect, it } from 'vitest';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

it.each(['platform', 'sre', 'dev', 'security', 'compliance', 'approver'])(
  'what comes next to %s comes in their working hours',
  async (key) => {
    house = await slackHouse();
    const review = await house.opened();
    const { rows } = await house.desk.card({ show: 'why', review }, house.who(key));
    const from = rows.findIndex((row) => row.row === 'heading' && row.text.startsWith('What comes next'));
    const times = rows.slice(from).flatMap((row) => (row.row === 'fact' ? [row.label] : []));
    expect(times).not.toEqual([]);
    for (const time of times) expect(time).toMatch(/^(Mon|Tue|Wed|Thu|Fri) .*, (09|1[0-6]):\d\d$/);
  },
);

describe('while Slack is cut off', () => {
  async function cutOff() {
    house = await slackHouse();
    const review = await house.opened();
    await house.slack.uninstall();
    await expect.poll(house.ports.connections.paused).toHaveLength(1);
    await house.until('2026-12-01T12:00:00.000Z');
    return review;
  }
  const typed = async (key: string, text: string) =>
    (await house.slack.slashCommand(house.user(key), `/review ${text}`, { in: house.channel })).text;

  it.each(['why', 'mine', 'status'])('%s says so, and who has to do something about it', async (text) => {
    await cutOff();
    const said = await typed('platform', text);
    expect(said).toContain('Messages to Slack wait since Mon 23 Nov');
    expect(said).toContain('Whoever runs Muster has to install the app in Slack again');
    expect(said).not.toContain('. Install the app');
  });

  it('a message whose time has come is called one that waits', async () => {
    await cutOff();
    expect(await typed('platform', 'why')).toContain('Reminder: waits until Slack takes messages again');
  });

  it('who sets a message off is told that it waits', async () => {
    const review = await cutOff();
    const by = { by: house.who('security'), source: { via: 'slack' } } as const;
    const waits = { done: true, sentence: expect.stringContaining('Messages to Slack wait just now') };
    expect(await house.desk.record({ does: 'remind', review }, by)).toMatchObject(waits);
    expect(await house.desk.record({ does: 'close', review }, by)).toMatchObject(waits);
  });

  it('who is about to open a review sees it before, and hears it after', async () => {
    house = await slackHouse();
    await house.ports.connections.pause('slack', 'the app was removed', house.clock.now());
    const { id: program } = house.program;
    const form = await house.desk.form({ form: 'open', program }, house.who('security'));
    expect(form).toMatchObject({ lines: expect.arrayContaining([expect.stringContaining('Messages to Slack wait')]) });
    const by = { by: house.who('security'), source: { via: 'slack' } } as const;
    const done = await house.desk.record({ does: 'open', program }, by);
    expect(done).toMatchObject({ sentence: expect.stringContaining('Messages to Slack wait just now') });
  });
});
