/** What Slack's handlers work with. */
import type { Desk } from '../../flow/desk.ts';
import type { Accounts } from './accounts.ts';
import type { Channels } from './channels.ts';
import type { Clients } from './clients.ts';
import type { Identity } from './identity.ts';
import type { NewestInTurn } from './newest-in-turn.ts';
import type { SlackOptions } from './options.ts';
import type { UnderWay } from './under-way.ts';

export type Kit = SlackOptions & {
  readonly clients: Clients;
  readonly accounts: Accounts;
  readonly channels: Channels;
  /** Of several presses on one message the card of the last is what remains. */
  readonly turns: NewestInTurn;
  readonly underWay: UnderWay;
};

/** Once it is known who we are and who answers. */
export type OpenKit = Kit & { readonly desk: Desk; readonly identity: Identity };
