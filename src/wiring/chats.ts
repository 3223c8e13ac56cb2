/** The chat platforms the environment names. A platform exists if its variables do. */
import type { Router } from 'express';
import { spaced } from '../adapters/clock/spaced.ts';
import { slack } from '../adapters/slack/slack.ts';
import { teams } from '../adapters/teams/teams.ts';
import type { Config } from '../config/config.ts';
import type { Desk } from '../flow/desk.ts';
import type { Finding } from '../flow/office-rows.ts';
import type { Conversations } from '../flow/ports/conversations.ts';
import type { Messenger } from '../flow/ports/messenger.ts';
import type { Ports } from '../flow/ports.ts';

/** What the doctor looks at: the records, or the program files as if they were on record. */
export type Looking = Pick<Ports, 'readings' | 'store' | 'directory'>;

export type Chat = {
  /** On the one server; absent where the platform is gone to instead. */
  readonly router?: Router;
  readonly messenger: Messenger;
  start(desk: Desk): Promise<void>;
  close(): Promise<void>;
  /** What is right, and what is still to be done, for the programs and people that `looking` knows. */
  findings(looking: Looking): Promise<readonly Finding[]>;
};

// More than people look at in a second, and a small part of one processor.
const drawings = { every: 40, burst: 25 };

export type ChatRooms = Omit<Ports, 'messengers'> & { readonly conversations: Conversations };

export async function chatsOf(config: Config, rooms: ChatRooms): Promise<readonly Chat[]> {
  const evenly = spaced(drawings);
  return [
    ...(config.slack ? [slack({ ...config.slack, ...rooms, evenly })] : []),
    ...(config.teams ? [await teams({ ...config.teams, ...rooms, evenly })] : []),
  ];
}
