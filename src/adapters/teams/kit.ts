/** What Teams' handlers work with. */
import type { Desk } from '../../flow/desk.ts';
import type { Connector } from './connector.ts';
import type { ConversationTurns } from './conversation-turns.ts';
import type { Keeping } from './keeping.ts';
import type { OnceOnly } from './once-only.ts';
import type { TeamsOptions } from './options.ts';
import type { Rosters } from './rosters.ts';
import type { Ours } from './still-ours.ts';

export type Kit = TeamsOptions & {
  readonly connector: Connector;
  readonly keeping: Keeping;
  readonly rosters: Rosters;
  readonly turns: ConversationTurns;
  readonly once: OnceOnly;
  readonly ours: Ours;
};

/** Once it is known who answers. */
export type OpenKit = Kit & { readonly desk: Desk };
