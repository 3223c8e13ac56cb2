/** Who judges an answer, or asks about it, can read all of it in Teams, and loses nothing of what they write meanwhile. */
import { afterEach, expect, it } from 'vitest';
import { currentAnswer } from '../../../src/domain/review/review.ts';
import { answeredAtLength, long, prompt } from './a-long-answer.ts';
import { type Place, placeIn } from './places.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

async function answered() {
  house = await teamsHouse();
  const review = await house.opened();
  await answeredAtLength(house, review);
  return { review, place: placeIn(house, { by: 'message' }) };
}

/** Everything, as one leafs through by that button. */
async function read(place: Place, who: string, onward = 'Next'): Promise<string> {
  const pages = [place.says(who)];
  while (pages.at(-1)?.includes(`[${onward}]`)) {
    await place.press(who, { press: onward });
    pages.push(place.says(who));
  }
  return pages.join('\n');
}

it('about a prompt, in as many parts as it takes', async () => {
  const { review, place } = await answered();
  await place.show('security', { show: 'judge', review, page: 1 });
  await read(place, 'security');
  await place.press('security', { press: 'About this' });
  const said = await read(place, 'security');
  for (const end of ['answer', 'note']) expect(said).toContain(`the end of the ${end}`);
});

it('while judging, and what was entered on one page is sent from another', async () => {
  const { review, place } = await answered();
  await place.show('security', { show: 'judge', review, page: 1 });
  await read(place, 'security');
  await place.press('security', { press: 'Judge' });
  const said = await read(place, 'security', 'Next page');
  for (const end of ['answer', 'note']) expect(said).toContain(`the end of the ${end}`);
  const entered = { Why: long('the end of why'), 'It amounts to': 'It falls short' };
  await place.press('security', { press: 'Previous page' }, entered);
  await read(place, 'security', 'Next page');
  await place.press('security', { press: 'Save the judgement' });
  const judgement = (await house.review(review)).items.get(prompt)?.judgement;
  expect(judgement).toMatchObject({ outcome: 'falls short', reason: { text: long('the end of why') } });
});

it('while changing it: what is emptied on one page stays empty when it is sent from another', async () => {
  const { review, place } = await answered();
  await place.show('platform', { show: 'prompt', review, prompt });
  await read(place, 'platform');
  await place.press('platform', { press: 'Change' });
  while (!place.says('platform').includes('Note (optional)')) await place.press('platform', { press: 'Next page' });
  const onward = place.says('platform').includes('[Next page]') ? 'Next page' : 'Previous page';
  await place.press('platform', { press: onward }, { Note: '' });
  await place.press('platform', { press: 'Save' });
  const given = currentAnswer((await house.review(review)).items.get(prompt) ?? expect.fail())?.answer;
  expect(given).toMatchObject({ response: { text: { text: long('the end of the answer') } } });
  expect(given?.note).toBeUndefined();
});

it('while changing it: what stands on another page is neither lost nor emptied', async () => {
  const { review, place } = await answered();
  await place.show('platform', { show: 'prompt', review, prompt });
  await read(place, 'platform');
  await place.press('platform', { press: 'Change' });
  expect(place.says('platform')).toMatch(/Page 1 of \d/);
  await place.press('platform', { press: 'Save' }, { Answer: long('another end') });
  const given = currentAnswer((await house.review(review)).items.get(prompt) ?? expect.fail())?.answer;
  expect(given).toMatchObject({
    response: { text: { text: long('another end') } },
    note: { text: long('the end of the note') },
    evidence: [{ observedAt: '2026-11-20' }],
  });
});
