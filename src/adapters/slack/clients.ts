/**
 * Three clients, so that none waits for another: the SDK pauses a whole client at one 429, never times out by itself, and
 * would post a message again whose answer was lost.
 */
import { LogLevel, webApi } from '@slack/bolt';
import type { SlackOptions } from './options.ts';

type WebClient = webApi.WebClient;
export type Clients = {
  /** For somebody who is waiting: a trigger lives three seconds. */
  readonly interactive: WebClient;
  /** For messages of our own accord, already paced. */
  readonly bulk: WebClient;
  readonly lookup: WebClient;
};

export function clients({ botToken, apiUrl }: Pick<SlackOptions, 'botToken' | 'apiUrl'>): Clients {
  const client = (timeout: number) =>
    new webApi.WebClient(botToken, {
      timeout,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: silent,
      ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    });
  return { interactive: client(1_900), bulk: client(10_000), lookup: client(1_500) };
}

/** What goes wrong is translated and told once, by us; the SDK would also print addresses and bodies. */
export const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
