/** What Teams' handlers work with. */
import type { Desk } from '../../flow/desk.ts';
import type { Connector } from './connector.ts';
import type { TeamsOptions } from './options.ts';
import type { Redraws } from './redraws.ts';
import type { Rosters } from './rosters.ts';

export type Kit = TeamsOptions & {
  readonly connector: Connector;
  readonly redraws: Redraws;
  readonly rosters: Rosters;
};

/** Once it is known who answers. */
export type OpenKit = Kit & { readonly desk: Desk };
