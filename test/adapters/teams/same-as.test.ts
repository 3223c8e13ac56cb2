/** “Same as…” in Teams, where somebody sends what the form never offered, or sends it twice. */
import { afterEach, expect, it } from 'vitest';
import { promptOf } from '../../../src/domain/checklist/checklist.ts';
import type { Answer } from '../../../src/domain/checklist/response.ts';
import { checklist } from '../../support/a-review.ts';
import type { Fields } from '../../support/slack/json.ts';
import { placeIn } from './places.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => endWell(house));

const [prompt, other] = ['env-separation.cluster-separation', 'development.dev-prod-separation'] as const;
const anotherKind = checklist.prompts.find(({ answer }) => answer.kind === 'text')?.id ?? expect.fail();

async function formOfPia() {
  house = await teamsHouse();
  const review = await house.opened();
  for (const [one, answer] of [
    [other, { status: "don't know", reason: { text: 'Nobody knows' }, evidence: [] }],
    [anotherKind, { status: 'answered', response: { kind: 'text', text: { text: 'Words' } }, evidence: [] }],
  ] satisfies [string, Answer][]) {
    const { owner } = (await house.review(review)).items.get(one) ?? expect.fail();
    const intent = { does: 'answer', review, prompt: one, revision: 0, answer } as const;
    await house.desk.record(intent, { by: owner, source: { via: 'teams' } });
  }
  const place = placeIn(house, { by: 'message' });
  await place.show('platform', { show: 'prompt', review, prompt });
  await place.press('platform', { press: 'Same as…' });
  const user = house.user('platform');
  const message = house.teams.chat(user).at(-1) ?? expect.fail();
  const of = { ...message, card: house.teams.shown(message, user) ?? {} };
  const copies = { press: 'Copy the answer', of, fill: { 'Same answer as': other } };
  return {
    send: (how = {}) => house.teams.press(user, copies, how),
    answers: async () => (await house.review(review)).items.get(prompt)?.answers ?? [],
  };
}

it.each([
  ['a prompt nobody asks', 'nothing.there'],
  ['the prompt itself', prompt],
  ['one of another kind', anotherKind],
  ['nothing', ''],
  ['a number', 5],
  ['more than words', { of: { all: 'things' } }],
])('does not copy the answer of %s', async (_, chosen) => {
  const { send, answers } = await formOfPia();
  const alter = (activity: Fields) =>
    JSON.parse(JSON.stringify(activity).replaceAll(JSON.stringify(other), JSON.stringify(chosen)));
  const told = await send({ alter });
  expect([told.status, JSON.stringify(told.card)]).toEqual([200, expect.stringContaining('⚠')]);
  expect(await answers()).toEqual([]);
});

it('copies once, however often it is sent', async () => {
  expect(promptOf(checklist, prompt).related).toContain(other);
  const { send, answers } = await formOfPia();
  const told = await send();
  expect(JSON.stringify(told.card)).toContain('Recorded.');
  await told.again();
  expect(JSON.stringify((await send()).card)).toContain('You answered this meanwhile');
  expect(await answers()).toMatchObject([{ sameAs: other, answer: { reason: { text: 'Nobody knows' } } }]);
});
