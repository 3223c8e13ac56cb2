/** Why Muster may not write somewhere, and who can change that: of a person's chat and of a channel it is not the same. */

export type Where = 'chat' | 'channel';
export type Told = { readonly status: number; readonly code: string | undefined };

/** As Teams writes a channel's id. */
export function whereIs(conversation: string): Where {
  return /@thread\.(tacv2|skype)(;|$)/.test(conversation) ? 'channel' : 'chat';
}

export const toInstall = 'The Teams admin can install it: Manage apps, Muster, Users and groups, Installs';

export function whyOutOfReach(where: Where, { status, code }: Told): string {
  const known = code !== undefined && Object.hasOwn(reasons[where], code) && reasons[where][code];
  if (known) return known;
  const said = code ? ` (${code})` : '';
  if (status === 404) return `${gone[where]}${said}`;
  return closed[where].replace('{said}', said);
}

const gone = {
  chat: 'this conversation is no longer there',
  channel:
    'Teams knows no such channel, or not any more. Its id in the program file should be the one in the channel’s link',
} as const;

const closed = {
  chat: 'Teams does not let Muster write to them{said}. The app is probably not installed for this account',
  channel:
    'Teams does not let Muster write there{said}. The app is probably not in the channel’s team, or the channel is private or shared',
} as const;

const without = {
  chat: `the Muster app is not installed for this account. ${toInstall}`,
  channel: 'the Muster app is not in the channel’s team. An owner of that team can add it: Apps, Muster, Add to a team',
} as const;

const blocked = 'the Teams admin has blocked the Muster app';
const blockedByThem = 'they blocked Muster in Teams';
const takesNothing = {
  chat: 'they blocked Muster, or the conversation takes no messages',
  channel: 'the channel takes no messages from Muster. An owner of the team can change that',
} as const;

/** Whatever stands in a program file would not change it. */
export function isDecidedInTeams(why: string): boolean {
  return [blocked, blockedByThem, ...Object.values(takesNothing)].includes(why);
}

export const doubtful =
  'more than one account in Teams has their address, or more than one person of the programs has it, so Muster takes none for theirs';

/** As it is said to the one whose chat it is, with what they can do. */
export function saidToThem(why: string): string {
  const said = why
    .replace(/^they (blocked|have)\b/, 'you $1')
    .replace('to them', 'to you')
    .replace('their address', 'your address')
    .replace('for theirs', 'for yours');
  if (isDecidedInTeams(why)) return `${said}.`;
  if (why === doubtful) return `${said}. Tell the review’s lead: the program file can say which account is yours.`;
  return `${said}. Add the Muster app in Teams, then ask again.`;
}

const reasons: Readonly<Record<Where, Readonly<Record<string, string>>>> = {
  chat: {
    ForbiddenOperationException: without.chat,
    BotNotInConversationRoster: without.chat,
    MemberNotFoundInConversation: without.chat,
    MessageWritesBlocked: takesNothing.chat,
    BotDisabledByAdmin: blocked,
    ConversationBlockedByUser: blockedByThem,
    ConversationNotFound: gone.chat,
  },
  channel: {
    ForbiddenOperationException: without.channel,
    BotNotInConversationRoster: without.channel,
    MessageWritesBlocked: takesNothing.channel,
    BotDisabledByAdmin: blocked,
    ConversationNotFound: gone.channel,
  },
};
