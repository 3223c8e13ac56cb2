/** Saving on a card of Teams what belongs to somebody else meanwhile says so, and gives the words back. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ReviewId } from '../../../src/domain/event.ts';
import { places } from './places.ts';
import { sectionShown } from './section-shown.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

const section = 'access-control';
const described = `${section}.system-description`;
const counted = `${section}.production-access-count`;

const handOver = (review: ReviewId, prompts = [described]) =>
  house.desk.record(
    { does: 'hand over', review, to: house.who('sre'), prompts },
    { by: house.who('platform'), source: { via: 'workspace' } },
  );

describe('a prompt that somebody else was given meanwhile', () => {
  it.each(places)('is not answered unawares, and what was typed for it is given back, $name', async ({ how }) => {
    house = await teamsHouse();
    const review = await house.opened();
    const { answerTo, place, says } = await sectionShown(house, review, how);
    await handOver(review);
    await place.press('platform', { press: 'Save' }, { '1. Answer': 'Two minutes of work', '3. Answer': '9' });
    expect(await answerTo(described)).toBeUndefined();
    expect(await answerTo(counted)).toMatchObject({ response: { value: 9 } });
    expect(says()).toMatch(/1 saved; .*Ravi Shah owns 1 now, so what you entered for it is not recorded\./);
    expect(says()).toContain('What you entered:\nTwo minutes of work\n');
    await place.press('platform', { press: 'Save' });
    expect(says()).not.toContain('Two minutes');
    expect(says()).toContain('Nothing was entered');
  });

  it('is named once beside the words where the prompt stays and only its field is gone', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const { place, says } = await sectionShown(house, review);
    const { items } = await house.review(review);
    const all = [...items.values()].filter((item) => item.section === section && item.owner === house.who('platform'));
    await handOver(
      review,
      all.map(({ prompt }) => prompt),
    );
    await place.press('platform', { press: 'Save' }, { '1. Answer': 'Two minutes of work' });
    expect(says()).toMatch(
      /⚠ .*Ravi Shah owns 1 now, so what you entered for it is not recorded\. Pass it on to them, or answer for them\.\nWhat you entered:\nPrompt 1: Two minutes of work\n/,
    );
    expect(says().split('Ravi Shah owns 1 now')).toHaveLength(2);
    await place.press('platform', { press: 'Answer for Ravi Shah', nth: 1 });
    expect(place.fields('platform')).toMatchObject({ Answer: 'Two minutes of work' });
  });

  it('is named although its field is gone', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const { answerTo, place, fields, says } = await sectionShown(house, review);
    await place.press('platform', { press: 'All sections' }, { '1. Answer': 'Half a sentence' });
    await handOver(review);
    await place.press('platform', { press: 'Open', near: 'Access Control' });
    expect(Object.keys(fields())).not.toContain('1. Answer');
    await place.press('platform', { press: 'Save' }, { '3. Answer': '9' });
    expect(await answerTo(counted)).toMatchObject({ response: { value: 9 } });
    expect(says()).toContain('Ravi Shah owns 1 now');
    expect(says()).toContain('What you entered:\nHalf a sentence\n');
  });
});
