/** What is entered on a card is kept until it is saved, and no more than a whole review has room for. */
import { expect, it } from 'vitest';
import { keptWith } from '../../../src/adapters/teams/unsaved.ts';
import { sectionShown } from './section-shown.ts';
import { endWell, teamsHouse } from './teams-house.ts';

it('of a client that sends more without end nothing more is kept, and what was kept stays', async () => {
  const house = await teamsHouse();
  await sectionShown(house, await house.opened());
  const { conversation, id: message } =
    house.teams.chat(house.user('platform')).findLast(({ card }) => card) ?? expect.fail('There is no card.');
  const byRef = () => house.ports.messages.byRef({ platform: 'teams', conversation, message });
  const kit = { messages: house.ports.messages, log: house.log };
  const there = (await byRef()) ?? expect.fail('It has no row.');
  const kept = await keptWith(kit, there, { 'one/text': 'Half a sentence' });
  const same = await keptWith(kit, kept, { 'two/text': 'x'.repeat(1_000_000) });
  expect([same.unsaved, (await byRef())?.unsaved]).toEqual([kept.unsaved, { 'one/text': 'Half a sentence' }]);
  expect(house.log.said.at(-1)?.sentence).toBe('More was entered on a card in Teams than is kept.');
  await endWell(house);
});
