/** The ports of the records together. */
import type { Archive } from '../../src/flow/ports/archive.ts';
import type { Checklists } from '../../src/flow/ports/checklists.ts';
import type { Conversations } from '../../src/flow/ports/conversations.ts';
import type { Directory } from '../../src/flow/ports/directory.ts';
import type { EventStore } from '../../src/flow/ports/event-store.ts';
import type { Messages } from '../../src/flow/ports/messages.ts';
import type { Readings } from '../../src/flow/ports/readings.ts';

export type Records = {
  readonly store: EventStore;
  readonly archive: Archive;
  readonly readings: Readings;
  readonly messages: Messages;
  readonly checklists: Checklists;
  readonly directory: Directory;
  readonly conversations: Conversations;
};
