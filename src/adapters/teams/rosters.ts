/** Who is in the teams that have the app. Asked seldom, since a large team's roster is many pages. */
import type { Conversations } from '../../flow/ports/conversations.ts';
import type { Log } from '../../flow/ports/log.ts';
import type { Connector, Member } from './connector.ts';

export type Rosters = {
  /** Everybody in any of them; a team that does not answer is left out. */
  everybody(): Promise<readonly Member[]>;
  /** Somebody may have come or gone. */
  changed(): void;
};

type Reading = {
  readonly connector: Pick<Connector, 'roster'>;
  readonly conversations: Pick<Conversations, 'ofTeams'>;
  readonly log: Pick<Log, 'warn'>;
};

const trusted = 10 * 60_000;

export function rosters(reading: Reading, now: () => number = Date.now): Rosters {
  let known: { readonly at: number; readonly members: Promise<readonly Member[]> } | undefined;
  return {
    everybody() {
      if (!known || now() - known.at >= trusted) known = { at: now(), members: read(reading) };
      return known.members;
    },
    changed() {
      known = undefined;
    },
  };
}

async function read({ connector, conversations, log }: Reading): Promise<readonly Member[]> {
  const teams = new Map(
    (await conversations.ofTeams()).toReversed().map(({ team = '', serviceUrl }) => [team, serviceUrl]),
  );
  const all: Member[] = [];
  for (const [conversation, serviceUrl] of teams) {
    try {
      all.push(...(await connector.roster({ conversation, serviceUrl })));
    } catch (error) {
      log.warn({ why: error instanceof Error ? error.message : String(error) }, 'A team’s roster could not be read.');
    }
  }
  return all;
}
