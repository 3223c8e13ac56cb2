/** Slack's own client against this Slack. It says nothing by itself: what went wrong is in its answers. */
import { LogLevel, webApi } from '@slack/bolt';
import type { SlackServer } from './slack-server.ts';

export const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};

export function realClient(
  slack: Pick<SlackServer, 'apiUrl' | 'tokens'>,
  { token = slack.tokens.bot, ...options }: webApi.WebClientOptions & { readonly token?: string } = {},
): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    logger: quiet,
    retryConfig: { retries: 0 },
    ...options,
  });
}
