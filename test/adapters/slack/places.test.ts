/** Each act works wherever it is offered: in a message, in a window over Home, beside a command, and on Home itself. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ReviewId } from '../../../src/domain/event.ts';
import { openItems } from '../../../src/domain/review/asked.ts';
import { checklist } from '../../support/a-review.ts';
import { placesContract } from '../../support/places-contract.ts';
import { placeIn, places } from './places.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  expect(house.slack.pages).toEqual([]);
  expect(house.log.said.filter(({ level }) => level === 'error')).toEqual([]);
  await house.close();
});

async function staged(make: (typeof places)[number]['make']) {
  house = await slackHouse();
  return { house, place: placeIn(house, make) };
}

placesContract(places.map(({ name, make }) => ({ name, begin: () => staged(make) })));

describe.each(places)('$name', ({ make }) => {
  it('a whole section is answered in one form, and what is wrong stands at its field', async () => {
    const { place } = await staged(make);
    const review = await house.opened();
    const answersTo = async (prompt: string) => (await house.review(review)).items.get(prompt)?.answers;
    const section = 'access-control';
    await place.show('platform', { show: 'section', review, section, page: 1 });
    await place.open('platform', { press: 'Answer the rest' });
    const blocks = house.slack.modals(house.user('platform')).at(-1)?.blocks ?? [];
    const verdicts = blocks.map(({ block_id: id }) => String(id)).filter((id) => id.endsWith('/verdict'));
    const details = blocks.map(({ block_id: id }) => String(id)).filter((id) => id.endsWith('/detail'));
    const lonely =
      details.find((id) => verdicts.includes(id.replace('/detail', '/verdict'))) ??
      expect.fail('No prompt takes detail.');
    const filling = {
      [`${section}.system-description/text`]: 'Central sign-in.',
      [lonely]: 'Only detail',
    };
    const sent = await house.slack.submitView(house.user('platform'), filling);
    expect(sent.status).toBe(200);
    expect(await answersTo(`${section}.system-description`)).toHaveLength(1);
    expect(Object.values(sent.errors).join(' ')).toContain('Choose yes, no or partly.');
    const verdict = lonely.replace('/detail', '/verdict');
    const again = await house.slack.submitView(house.user('platform'), { [verdict]: 'Yes' });
    expect(again.errors).toEqual({});
    expect(await answersTo(verdict.split('/')[0] ?? '')).toHaveLength(1);
    expect(await answersTo(`${section}.system-description`)).toHaveLength(1);
  });
});

describe('on Home itself', () => {
  const shown = () => house.slack.home(house.user('platform'))?.says ?? '';

  async function begin(): Promise<ReviewId> {
    house = await slackHouse();
    const review = await house.opened();
    for (const who of ['platform', 'security'])
      await (await house.slack.openHome(house.user(who))).next(({ name }) => name === 'views.publish');
    return review;
  }

  it.each([
    ['platform', 'Answer'],
    ['platform', 'Hand over'],
    ['platform', 'Remind me…'],
    ['platform', 'Why me?'],
    ['security', 'State'],
    ['security', 'Reassign'],
    ['security', 'Close the review'],
  ])('%s presses “%s”, and a window opens', async (who, click) => {
    await begin();
    const told = await house.slack.clickInHome(house.user(who), { click });
    expect(told.status).toBe(200);
    await house.slack.when('a window', () => house.slack.modals(house.user(who)).length === 1);
    expect(house.slack.modals(house.user(who))[0]?.says).not.toContain('One moment');
  });

  it('a form sent from there is recorded, and Home is current', async () => {
    const review = await begin();
    await house.slack.clickInHome(house.user('platform'), { click: 'Hand over' });
    await house.slack.when('a form', () => house.slack.modals(house.user('platform')).length === 1);
    const owned = async () => openItems(await house.review(review), checklist, house.who('sre')).length;
    const before = await owned();
    const filling = { What: ['access-control'], 'To whom': 'Ravi Shah' };
    const sent = await house.slack.submitView(house.user('platform'), filling);
    expect(sent.errors).toEqual({});
    expect(await owned()).toBeGreaterThan(before);
    await house.slack.clickInHome(house.user('security'), { click: 'Remind everybody' });
    await house.slack.when(
      'the note',
      () => house.slack.home(house.user('security'))?.says.includes('A reminder goes out to') === true,
    );
    expect((await house.review(review)).nudges.size).toBeGreaterThan(1);
    expect(shown()).toContain('waits for you');
  });

  it('a lead opens the first review from there', async () => {
    house = await slackHouse();
    const lead = house.user('security');
    await (await house.slack.openHome(lead)).next(({ name }) => name === 'views.publish');
    await house.slack.clickInHome(lead, { click: 'Open a review' });
    await house.slack.when('the preview', () => house.slack.modals(lead)[0]?.says.includes('Open a review') === true);
    expect((await house.slack.submitView(lead, {})).status).toBe(200);
    await house.slack.when('what came of it', () => house.slack.home(lead)?.says.includes('You lead it') === true);
    expect(await house.ports.readings.reviews()).toHaveLength(1);
  });
});
