/** What Teams is given: who we are there, and the rows it reads. The desk comes when it starts. */
import type { Clock } from '../../flow/ports/clock.ts';
import type { Conversations } from '../../flow/ports/conversations.ts';
import type { Directory } from '../../flow/ports/directory.ts';
import type { EventStore } from '../../flow/ports/event-store.ts';
import type { Log } from '../../flow/ports/log.ts';
import type { Messages } from '../../flow/ports/messages.ts';
import type { Pacing } from '../../flow/ports/pacing.ts';
import type { Readings } from '../../flow/ports/readings.ts';

export type TeamsIdentity = {
  readonly appId: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string;
  /** With `SingleTenant`. */
  readonly appPassword?: string;
};

export type TeamsDoor =
  | { readonly door: 'guarded' }
  /** For local tools: nobody is asked who they are, and only loopback addresses are spoken to. Never in production. */
  | { readonly door: 'open on loopback' }
  /** For tests: tokens are real, and their keys are published on this machine. */
  | { readonly door: 'test issuer'; readonly openIdMetadata: string };

export type TeamsOptions = TeamsIdentity & {
  readonly access: TeamsDoor;
  readonly directory: Directory;
  readonly messages: Messages;
  readonly conversations: Conversations;
  /** Shared by all replicas: how fast they reply in one conversation, together. */
  readonly pacing: Pick<Pacing, 'take'>;
  readonly readings: Pick<Readings, 'programs'>;
  readonly store: Pick<EventStore, 'current'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Resolves when the next card may be drawn that nobody waits for: those who press come first. */
  readonly evenly?: () => Promise<void>;
  /** What time it really is, in milliseconds since 1970: Microsoft's keys grow old by that, whatever a demo's clock says. */
  readonly realNow?: () => number;
  /** Waits in this process; a test has no time to. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
};
