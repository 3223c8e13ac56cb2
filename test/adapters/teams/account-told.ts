/** What somebody whose account may be another's sees and changes in Teams. */
import type { TeamsHouse } from './teams-house.ts';

/** They bear Pia's address. */
export const likePia = { email: 'somebody@elsewhere.example', upn: 'Platform@example.com' };

/** Of the house that stands when it is asked. */
export function watching(house: () => TeamsHouse) {
  return {
    /** What stands in that user's chat. */
    said: (user: string) =>
      house()
        .teams.chat(user)
        .filter(({ card }) => card)
        .map((one) => house().teams.says(one)),
    addressOf: async (key: string) => (await house().ports.directory.people()).get(house().who(key))?.address,
    warnings: () =>
      house()
        .log.said.filter(({ level }) => level === 'warn')
        .map(({ sentence }) => sentence),
  };
}
