/** What is answered over HTTP, and the refusals of Teams under their names. */
import type { Fields } from '../slack/json.ts';

export type Reply = {
  readonly status: number;
  readonly answer: Fields | readonly unknown[];
  readonly headers?: Readonly<Record<string, string>>;
};

export function refusal(status: number, code: string, message: string): Reply {
  return { status, answer: { error: { code, message } } };
}

export function tooMany(seconds?: number): Reply {
  const headers = seconds === undefined ? {} : { 'retry-after': String(seconds) };
  return { ...refusal(429, 'TooManyRequests', 'API calls quota exceeded.'), headers };
}

const refuse = (status: number, code: string, message: string) => ({ fault: 'refuse', status, code, message }) as const;

/** As misfortunes for a script. */
export const refusals = {
  notInRoster: refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
  disabledByAdmin: refuse(403, 'BotDisabledByAdmin', 'The tenant admin disabled this bot.'),
  blockedByUser: refuse(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.'),
  notPermitted: refuse(403, 'NotEnoughPermissions', 'Scenario is not permitted.'),
  writesBlocked: refuse(403, 'MessageWritesBlocked', 'Message failed to send due to a permission error.'),
  noConversation: refuse(404, 'ConversationNotFound', 'Conversation not found.'),
  noActivity: refuse(404, 'ActivityNotFoundInConversation', 'The message ID provided could not be found.'),
  precondition: refuse(412, 'PreconditionFailed', 'Precondition failed, please try again.'),
  tooBig: refuse(413, 'MessageSizeTooBig', 'Message size too large.'),
} as const;

export function refused({ status, code, message }: (typeof refusals)[keyof typeof refusals]): Reply {
  return refusal(status, code, message);
}
