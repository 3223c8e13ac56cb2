/** auth.test and apps.connections.open. */
import { yes } from '../answer.ts';
import { limits } from '../limits.ts';
import type { Method } from './method.ts';

export const test: Method = ({ team, app }) =>
  yes({
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: app.name,
    team_id: team.id,
    user_id: app.bot,
    bot_id: app.botId,
    is_enterprise_install: false,
  });

/** The address holds a ticket that is good for one connection, soon. */
export const openConnection: Method = (world) => {
  const ticket = world.ids.next('ticket-');
  world.tickets.set(ticket, world.now() + limits.socket.ticketSeconds * 1000);
  return yes({ url: `${world.origin.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${world.app.id}` });
};
