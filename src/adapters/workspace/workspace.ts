/** A chat in the browser: the platform that exists without any account, and the reference for the others. */
import { Router } from 'express';
import type { Logger } from 'pino';
import type { Desk } from '../../flow/desk.ts';
import type { Checklists } from '../../flow/ports/checklists.ts';
import type { DemoClock } from '../../flow/ports/clock.ts';
import type { Directory } from '../../flow/ports/directory.ts';
import type { EventStore } from '../../flow/ports/event-store.ts';
import type { Messages } from '../../flow/ports/messages.ts';
import type { Messenger } from '../../flow/ports/messenger.ts';
import type { Readings } from '../../flow/ports/readings.ts';
import { workspaceMessenger } from './messenger.ts';
import { type Notifier, notifier } from './notifier.ts';

export type WorkspaceOptions = {
  readonly desk: Desk;
  readonly directory: Pick<Directory, 'people'>;
  readonly messages: Messages;
  readonly readings: Readings;
  readonly store: Pick<EventStore, 'current' | 'read'>;
  readonly checklists: Pick<Checklists, 'byHash'>;
  readonly clock: DemoClock;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** Made here unless somebody needs the messenger before the desk exists. */
  readonly notifier?: Notifier;
};

export type Workspace = {
  /** Mounted at `/`, after every other room. */
  readonly router: Router;
  readonly messenger: Messenger;
  /** Call it after any event was recorded or any message row written: open pages look again. */
  changed(): void;
  /** Ends the live streams, so that the server can close. */
  close(): void;
};

export function workspace(options: WorkspaceOptions): Workspace {
  const pages = options.notifier ?? notifier();
  return {
    router: Router(),
    messenger: workspaceMessenger(pages),
    changed: pages.changed,
    close: () => undefined,
  };
}
