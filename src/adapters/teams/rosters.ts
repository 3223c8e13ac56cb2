/** Who is in the teams that have the app. Asked seldom, and one reading at a time, since a large team's roster is many pages. */
import type { Conversations } from '../../flow/ports/conversations.ts';
import type { Log } from '../../flow/ports/log.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { Connector, Member } from './connector.ts';

export type Rosters = {
  /** Everybody in any of them. Rejects when one does not say just now: who is not found then may be in that one. */
  everybody(): Promise<readonly Member[]>;
  /** Somebody may have come or gone. */
  changed(): void;
};

type Reading = {
  readonly connector: Pick<Connector, 'roster'>;
  readonly conversations: Pick<Conversations, 'ofTeams'>;
  readonly log: Pick<Log, 'warn'>;
};

type Known = { readonly at: number; readonly members: Promise<readonly Member[]>; begun: boolean };

// Each process reads for itself; what another was told of meanwhile is read within this time, in milliseconds.
const trusted = 10 * 60_000;

export function rosters(reading: Reading, now: () => number = Date.now): Rosters {
  let known: Known | undefined;
  let underWay: Promise<unknown> = Promise.resolve();

  /** What could not be read is asked for anew by the next who needs it. */
  function readAnew(): Known {
    const members = underWay.then(() => {
      next.begun = true;
      return read(reading);
    });
    const next: Known = { at: now(), members, begun: false };
    underWay = members.catch(() => {
      if (known === next) known = undefined;
    });
    return next;
  }

  return {
    everybody() {
      if (!known || now() - known.at >= trusted) known = readAnew();
      return known.members;
    },
    changed() {
      // A reading that has not begun will see what changed.
      if (known?.begun) known = undefined;
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
      // A team that sent us away has nobody for us; of any other failure one cannot say who is there.
      if (!(error instanceof DeliveryFailed) || error.certainty !== 'unreachable') throw error;
      log.warn({ why: error.message }, 'A team’s roster is not Muster’s to read.');
    }
  }
  return all;
}
