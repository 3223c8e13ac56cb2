/** Each act works wherever it is offered, and from whichever client. */
import { afterEach, describe, expect, it } from 'vitest';
import { placesContract } from '../../support/places-contract.ts';
import { inputsOf } from '../../support/teams/person/visible.ts';
import { placeIn, places } from './places.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(async () => {
  expect(house.teams.violations).toEqual([]);
  expect(house.teams.pages).toEqual([]);
  expect(house.log.said.filter(({ level }) => level === 'error')).toEqual([]);
  await house.close();
});

async function staged(how: (typeof places)[number]['how']) {
  house = await teamsHouse();
  return { house, place: placeIn(house, how) };
}

placesContract(places.map(({ name, how }) => ({ name, begin: () => staged(how) })));

describe.each(places)('$name', ({ how }) => {
  it('a whole section is answered in one form, and what is wrong stands at its field, with what was entered', async () => {
    const { place } = await staged(how);
    const review = await house.opened();
    const answersTo = async (prompt: string) => (await house.review(review)).items.get(prompt)?.answers;
    const section = 'access-control';
    await place.show('platform', { show: 'section', review, section, page: 1 });
    await place.press('platform', { press: 'Answer the rest' });
    const ids = [...inputsOf(place.card('platform'))].map(({ id }) => String(id));
    const verdictFor = (id: string) => id.replace('/detail', '/verdict').replace('text:', 'one:');
    const lonely =
      ids.find((id) => id.endsWith('/detail') && ids.includes(verdictFor(id))) ??
      expect.fail('No prompt takes detail.');
    const labelled = (id: string) => {
      const found = [...inputsOf(place.card('platform'))].find((input) => input['id'] === id);
      return String(found?.['label'] ?? expect.fail(`There is no ${id}.`));
    };
    await place.send('platform', {
      [labelled(`text:${section}.system-description/text`)]: 'Central sign-in.',
      [labelled(lonely)]: 'Only detail',
    });
    expect(await answersTo(`${section}.system-description`)).toHaveLength(1);
    expect(place.says('platform')).toContain('Choose yes, no or partly.');
    expect(JSON.stringify([...inputsOf(place.card('platform'))])).toContain('Only detail');
    const verdict = verdictFor(lonely);
    await place.send('platform', { [labelled(verdict)]: 'Yes' });
    expect(await answersTo(verdict.split(/[:/]/)[1] ?? '')).toHaveLength(1);
    expect(await answersTo(`${section}.system-description`)).toHaveLength(1);
  });
});
