/** What Teams' handlers work with. */
import type { Desk } from '../../flow/desk.ts';
import type { Connector } from './connector.ts';
import type { ConversationTurns } from './conversation-turns.ts';
import type { Keeping } from './keeping.ts';
import type { OnceOnly } from './once-only.ts';
import type { TeamsOptions } from './options.ts';
import type { Ours } from './ours.ts';
import type { Rosters } from './rosters.ts';

export type Kit = TeamsOptions & {
  readonly connector: Connector;
  readonly keeping: Keeping;
  readonly rosters: Rosters;
  readonly turns: ConversationTurns;
  readonly once: OnceOnly;
  readonly ours: Ours;
  /** What is to end before Teams is closed. */
  readonly underWay: Set<Promise<unknown>>;
  /** Where this process has heard somebody, as it was learnt. What is forgotten is not among them. */
  readonly placesKnown: Map<string, string>;
};

/** Once it is known who answers. */
export type OpenKit = Kit & { readonly desk: Desk };
