/** Each act works wherever it is offered, and from whichever client. */
import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerKind } from '../../../src/domain/checklist/answer-kind.ts';
import { promptOf } from '../../../src/domain/checklist/checklist.ts';
import { openItems } from '../../../src/domain/review/asked.ts';
import { checklist } from '../../support/a-review.ts';
import { placesContract } from '../../support/places-contract.ts';
import { inputsOf } from '../../support/teams/person/visible.ts';
import { placeIn, places } from './places.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

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
    // Where nothing is entered on the section's page itself, the form of all its prompts is offered.
    const open = openItems(await house.review(review), checklist, house.who('platform'));
    const prose = new Set(
      open.filter(({ prompt }) => answerOf(prompt).kind !== 'verdict').map(({ section }) => section),
    );
    const clicked = open.filter((item) => !prose.has(item.section));
    const { section, prompt: lonely } =
      clicked.find(({ prompt }) => detailed(answerOf(prompt))) ?? expect.fail('Every section has prose.');
    const other =
      clicked.find((item) => item.section === section && item.prompt !== lonely)?.prompt ?? expect.fail('It is alone.');
    await place.show('platform', { show: 'section', review, section, page: 1 });
    await place.press('platform', { press: 'Answer the rest' });
    const labelled = (id: string) => {
      const found = [...inputsOf(place.card('platform'))].find((input) => input['id'] === id);
      return String(found?.['label'] ?? expect.fail(`There is no ${id}.`));
    };
    await place.send('platform', {
      [labelled(`one:${other}/verdict`)]: 'Yes',
      [labelled(`text:${lonely}/detail`)]: 'Only detail',
    });
    expect(await answersTo(other)).toHaveLength(1);
    expect(place.says('platform')).toContain('Choose yes, no or partly.');
    expect(JSON.stringify([...inputsOf(place.card('platform'))])).toContain('Only detail');
    await place.send('platform', { [labelled(`one:${lonely}/verdict`)]: 'Yes' });
    expect(await answersTo(lonely)).toHaveLength(1);
    expect(await answersTo(other)).toHaveLength(1);
  });
});

function answerOf(prompt: string): AnswerKind {
  return promptOf(checklist, prompt).answer;
}

function detailed(answer: AnswerKind): boolean {
  return answer.kind === 'verdict' && answer.detail !== undefined;
}
