/** What Slack is given: its secrets, and the rows it reads. The desk comes when it starts. */

import type { Clock } from '../../flow/ports/clock.ts';
import type { Connections } from '../../flow/ports/connections.ts';
import type { Conversations } from '../../flow/ports/conversations.ts';
import type { Directory } from '../../flow/ports/directory.ts';
import type { EventStore } from '../../flow/ports/event-store.ts';
import type { Log } from '../../flow/ports/log.ts';
import type { Messages } from '../../flow/ports/messages.ts';
import type { Readings } from '../../flow/ports/readings.ts';

export type SlackSecrets = {
  readonly botToken: string;
  /** With it Slack comes to us over HTTP; without it we go to Slack, with the app token. */
  readonly signingSecret?: string;
  readonly appToken?: string;
};

export type SlackOptions = SlackSecrets & {
  /** Where Slack's API is, when it is not Slack's own. */
  readonly apiUrl?: string;
  /** As people type it, with its slash. */
  readonly command: string;
  /** Whether team channels shared with other organisations are written to. */
  readonly sharedChannels: boolean;
  readonly directory: Directory;
  readonly messages: Messages;
  readonly readings: Pick<Readings, 'programs'>;
  readonly store: Pick<EventStore, 'current'>;
  readonly connections: Connections;
  /** Marks of what was posted for a press, so that its second delivery posts nothing. */
  readonly conversations: Pick<Conversations, 'claim'>;
  readonly clock: Pick<Clock, 'now' | 'everyMinute'>;
  readonly log: Log;
  /** Resolves when the next card may be drawn that nobody waits for: those who press come first. */
  readonly evenly?: () => Promise<void>;
};
