/** What every messenger promises, over a strict Teams. */
import { afterEach, expect } from 'vitest';
import { messengerContract, type Speaking } from '../../support/messenger-contract.ts';
import { refusals } from '../../support/teams/answer.ts';
import type { Misfortune, Seen, Where } from '../../support/teams/faults.ts';
import { remove } from '../../support/teams/posting.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(async () => {
  expect(house.teams.violations).toEqual([]);
  expect(house.teams.world.pages).toEqual([]);
  await house.close();
});

async function begin() {
  house = await teamsHouse();
  const { teams, user, ports, clock } = house;
  return {
    house,
    seen: async (key) => teams.chat(user(key)).map((message) => ({ message: message.id, says: teams.says(message) })),
    cutOff: () => ports.connections.pause('teams', 'nobody may be spoken to', clock.now()),
    letIn: () => ports.connections.resume('teams'),
  } satisfies Speaking;
}

const post =
  (misfortune: Misfortune, { times = 1 }: Pick<Where, 'times'> = {}) =>
  (_: Speaking, key: string) => {
    const toThem = ({ conversation }: Seen) => conversation === house.teams.chatIdOf(house.user(key));
    return house.teams.fail('post', misfortune, { times, when: toThem }).struck;
  };
const forGood = (misfortune: Misfortune) => post(misfortune, { times: 100 });

messengerContract({
  begin,
  lost: [
    ['taken without an id', post({ fault: 'no id' })],
    ['taken, and followed by an error', post({ fault: 'unavailable', accepted: true })],
    ['taken, and its answer lost', post({ fault: 'reset', accepted: true })],
    ['met by an error', post({ fault: 'unavailable' })],
    ['met by a bad gateway', post({ fault: 'unavailable', status: 502 })],
    ['cut off', post({ fault: 'reset' })],
    ['left hanging', post({ fault: 'hang' })],
  ],
  waits: [
    ['that is to wait seven seconds', post({ fault: 'rate limit', seconds: 7 })],
    ['that is to wait, and not how long', post({ fault: 'rate limit' })],
    ['that met a busy conversation', post(refusals.precondition)],
  ],
  refusals: [
    ['who blocked Muster', forGood(refusals.blockedByUser), 'blocked Muster'],
    ['whose admin blocked Muster', forGood(refusals.disabledByAdmin), 'admin has blocked'],
    ['whose chat takes no messages', forGood(refusals.writesBlocked), 'blocked Muster, or'],
    ['we may not write to', forGood(refusals.notPermitted), 'NotEnoughPermissions'],
    ['whose chat is no more', forGood(refusals.noConversation), 'no longer there'],
    [
      'who has not the app',
      (_, key) => house.teams.uninstall(house.user(key)),
      'the Muster app is not installed for this account. The Teams admin can install it: ',
    ],
  ],
  deletes: (_, key) => {
    for (const message of house.teams.chat(house.user(key))) remove(house.teams.world, message);
  },
});
