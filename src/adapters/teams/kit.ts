/** What Teams' handlers work with. */
import type { Desk } from '../../flow/desk.ts';
import type { ClosedPlaces } from './closed-places.ts';
import type { Connector } from './connector.ts';
import type { ConversationTurns } from './conversation-turns.ts';
import type { Drafts } from './drafts.ts';
import type { Keeping } from './keeping.ts';
import type { OnceOnly } from './once-only.ts';
import type { TeamsOptions } from './options.ts';
import type { Parts } from './parts.ts';
import type { Rosters } from './rosters.ts';

export type Kit = TeamsOptions & {
  readonly connector: Connector;
  readonly parts: Parts;
  readonly drafts: Drafts;
  readonly keeping: Keeping;
  readonly rosters: Rosters;
  readonly turns: ConversationTurns;
  readonly closed: ClosedPlaces;
  readonly once: OnceOnly;
};

/** Once it is known who answers. */
export type OpenKit = Kit & { readonly desk: Desk };
