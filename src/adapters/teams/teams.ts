/** Microsoft Teams, whole: how activities come in, how messages go out, and what is still missing. */
import type { Router } from 'express';
import type { Desk } from '../../flow/desk.ts';
import type { Finding } from '../../flow/office-rows.ts';
import type { Messenger } from '../../flow/ports/messenger.ts';
import { conversationTurns } from './conversation-turns.ts';
import type { Looking } from './finding.ts';
import { findings } from './findings.ts';
import { handle } from './inbox.ts';
import { keeping } from './keeping.ts';
import type { Kit, OpenKit } from './kit.ts';
import { type Learning, learning } from './learning.ts';
import { teamsMessenger } from './messenger.ts';
import { onceOnly } from './once-only.ts';
import type { TeamsOptions } from './options.ts';
import { ours } from './ours.ts';
import { rosters } from './rosters.ts';
import { type Handling, routes } from './routes.ts';
import { transport } from './transport.ts';
import { watchingPlaces } from './watching-places.ts';

export type Teams = {
  /** Mounted on the one server, with no body parser before it. */
  readonly router: Router;
  readonly messenger: Messenger;
  /** Begins to answer. Until then Teams is told to come back. */
  start(desk: Desk): Promise<void>;
  close(): Promise<void>;
  /** For the doctor: who has the app and who has not, of the programs and people it looks at. */
  findings(looking?: Looking): Promise<readonly Finding[]>;
};

export async function teams(options: TeamsOptions): Promise<Teams> {
  const way = transport(options);
  const placesKnown = new Map<string, string>();
  const connector = watchingPlaces(way.connector, { ...options, placesKnown });
  const kit: Kit = {
    ...options,
    connector,
    keeping: keeping(options.evenly),
    turns: conversationTurns(options),
    once: onceOnly(options.conversations),
    ours: ours(options.clock),
    underWay: new Set(),
    placesKnown,
    rosters: rosters({ connector, conversations: options.conversations, log: options.log }),
  };
  let handling: Handling | undefined;
  let knowing: Learning | undefined;
  return {
    router: routes(kit, way, () => handling),
    messenger: teamsMessenger(kit),
    async start(desk) {
      const open = { ...kit, desk };
      knowing = learning(open);
      handling = counted(handlingOf(open, knowing), kit.underWay);
      options.log.info({ tenant: options.tenantId, door: options.access.door }, 'Teams is answered.');
      if (options.access.door === 'open on loopback') options.log.warn({}, openDoor);
    },
    async close() {
      handling = undefined;
      // What is under way may leave something behind it.
      while (kit.underWay.size > 0) await Promise.allSettled(kit.underWay);
      await knowing?.idle();
      await kit.keeping.ended();
    },
    findings: (looking = kit) => findings(kit, looking),
  };
}

const openDoor =
  'TEAMS_INSECURE_LOCAL is set: whoever reaches this machine’s loopback can answer as anybody. Unset it wherever real people are asked.';

function handlingOf(kit: OpenKit, { during }: Learning): Handling {
  return (incoming) => during(incoming, (one) => handle(kit, one));
}

function counted(handling: Handling, underWay: Set<Promise<unknown>>): Handling {
  return async (incoming) => {
    const done = handling(incoming);
    underWay.add(done);
    try {
      return await done;
    } finally {
      underWay.delete(done);
    }
  };
}
