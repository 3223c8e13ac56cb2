/** What the workspace is made of: the desk it speaks to, and the rows its pages read. */
import type { Desk } from '../../flow/desk.ts';
import type { Checklists } from '../../flow/ports/checklists.ts';
import type { DemoClock } from '../../flow/ports/clock.ts';
import type { Connections } from '../../flow/ports/connections.ts';
import type { Directory } from '../../flow/ports/directory.ts';
import type { EventStore } from '../../flow/ports/event-store.ts';
import type { Log } from '../../flow/ports/log.ts';
import type { Messages } from '../../flow/ports/messages.ts';
import type { Readings } from '../../flow/ports/readings.ts';
import type { Notifier } from './notifier.ts';

export type WorkspaceOptions = {
  readonly desk: Desk;
  readonly directory: Pick<Directory, 'people'>;
  readonly messages: Messages;
  readonly readings: Readings;
  readonly store: Pick<EventStore, 'current' | 'read'>;
  readonly checklists: Pick<Checklists, 'byHash'>;
  readonly connections: Pick<Connections, 'paused'>;
  readonly clock: DemoClock;
  readonly log: Log;
  /** Told after any event was recorded or any message row written: open pages look again. */
  readonly notifier: Notifier;
};
