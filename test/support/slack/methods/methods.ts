/** Every Web API method this Slack knows, by its name. */
import { openConnection, test } from './about-the-app.ts';
import { deleteMessage, getPermalink, update } from './chat-change.ts';
import { postEphemeral, postMessage } from './chat-post.ts';
import { infoOf, listed, members, openDm } from './conversations.ts';
import type { Method } from './method.ts';
import { info, lookupByEmail } from './users.ts';
import { publish, updateView } from './views-change.ts';
import { open, push } from './views-open.ts';

export const methods: Readonly<Record<string, Method>> = {
  'apps.connections.open': openConnection,
  'auth.test': test,
  'chat.delete': deleteMessage,
  'chat.getPermalink': getPermalink,
  'chat.postEphemeral': postEphemeral,
  'chat.postMessage': postMessage,
  'chat.update': update,
  'conversations.info': infoOf,
  'conversations.list': listed,
  'conversations.members': members,
  'conversations.open': openDm,
  'users.info': info,
  'users.lookupByEmail': lookupByEmail,
  'views.open': open,
  'views.publish': publish,
  'views.push': push,
  'views.update': updateView,
};
