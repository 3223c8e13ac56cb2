/** Everything the steps stand on. `main` fills it; the steps ask for no more of it than they use. */
import type { Platform } from '../domain/event.ts';
import type { Alarms } from './ports/alarms.ts';
import type { Cadences } from './ports/cadences.ts';
import type { Calendars } from './ports/calendars.ts';
import type { Checklists } from './ports/checklists.ts';
import type { Clock } from './ports/clock.ts';
import type { Connections } from './ports/connections.ts';
import type { Directory } from './ports/directory.ts';
import type { EventStore } from './ports/event-store.ts';
import type { Log } from './ports/log.ts';
import type { Messages } from './ports/messages.ts';
import type { Messenger } from './ports/messenger.ts';
import type { Pacing } from './ports/pacing.ts';
import type { Readings } from './ports/readings.ts';

export type Ports = {
  readonly store: EventStore;
  readonly readings: Readings;
  readonly messages: Messages;
  readonly checklists: Checklists;
  readonly directory: Directory;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly cadences: Cadences;
  readonly calendars: Calendars;
  readonly messengers: ReadonlyMap<Platform, Messenger>;
  readonly pacing: Pacing;
  readonly connections: Connections;
  readonly log: Log;
};
