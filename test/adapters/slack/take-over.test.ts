/** Whoever a program file named by mistake is nobody once it was corrected. */
import { afterEach, expect, it } from 'vitest';
import { answerAll } from '../../support/answering.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

it('who had the account of a wrong e-mail has no say once the program file gives another, and sees nothing new', async () => {
  house = await slackHouse();
  const { slack, user } = house;
  const review = await house.opened();
  const answers = async () => [...(await house.review(review)).items.values()].flatMap((item) => item.answers);
  const start = await slack.clickInMessage(user('platform'), { click: 'Start' });
  await start.answered();
  const right = slack.addUser({ realName: 'Pia Lund', email: 'pia.lund@example.com' }).id;
  const pia = { key: 'platform', name: 'Pia Lund', zone: 'Europe/Stockholm', platform: 'slack' } as const;
  await house.ports.directory.remember([{ ...pia, email: 'pia.lund@example.com' }]);

  const asked = await slack.slashCommand(user('platform'), '/review mine', { in: house.channel });
  expect(asked.text).toContain('does not know you');
  const press = await slack.clickInMessage(user('platform'), { click: 'Yes', nth: 1 });
  await press.answered();
  expect(await answers()).toEqual([]);
  const theirs = await slack.slashCommand(right, '/review mine', { in: house.channel });
  expect(theirs.text).toContain('38 prompts');

  const edits = () => slack.dm(user('platform')).map((message) => message.edits);
  const before = edits();
  await answerAll(house, review);
  await house.until('2026-11-23T09:10:00.000Z');
  expect(edits()).toEqual(before);
  await house.until('2026-12-01T12:00:00.000Z');
  expect(slack.dm(user('platform'))).toHaveLength(1);
});
