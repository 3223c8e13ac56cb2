/** The chat platforms the environment names. A platform exists if its variables do. */
import type { Router } from 'express';
import { slack } from '../adapters/slack/slack.ts';
import type { Config } from '../config/config.ts';
import type { Desk } from '../flow/desk.ts';
import type { Finding } from '../flow/office-rows.ts';
import type { Conversations } from '../flow/ports/conversations.ts';
import type { Messenger } from '../flow/ports/messenger.ts';
import type { Ports } from '../flow/ports.ts';

export type Chat = {
  /** On the one server; absent where the platform is gone to instead. */
  readonly router?: Router;
  readonly messenger: Messenger;
  start(desk: Desk): Promise<void>;
  close(): Promise<void>;
  findings(): Promise<readonly Finding[]>;
};

/** What the platforms stand on: more than the steps do. */
type Grounds = Omit<Ports, 'messengers'> & { readonly conversations: Conversations };

export async function chatsOf(config: Config, ports: Grounds): Promise<readonly Chat[]> {
  return [...(config.slack ? [slack({ ...config.slack, ...ports })] : [])];
}
