/** What a request that failed is told as, to Slack and in the log. */
import { StoreUnavailable } from '../../flow/ports/event-store.ts';
import { UnreadableRequest } from './inbox.ts';
import type { SlackOptions } from './options.ts';

export function statusOf(error: Error): 400 | 500 | 503 {
  if (isUnreadable(error)) return 400;
  return causeOf(error) instanceof StoreUnavailable ? 503 : 500;
}

export function isUnreadable(error: Error): boolean {
  return causeOf(error) instanceof UnreadableRequest;
}

/** What is wrong with a request is told as that, and not as a fault of ours. */
export function tellOf(error: Error, log: SlackOptions['log']): void {
  const cause = causeOf(error);
  if (cause instanceof UnreadableRequest) log.warn({}, cause.message);
  else log.error({ err: error }, 'A request from Slack failed.');
}

/** Bolt packs what was thrown into an error of its own. */
function causeOf(error: Error): unknown {
  return 'original' in error ? error.original : error;
}
