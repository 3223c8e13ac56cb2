/** The plainest bot Microsoft's SDK makes, as it comes: it shows that the stand-in speaks as the SDK expects. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import express from 'express';
import type { Fields } from '../slack/json.ts';
import type { TeamsServer } from './teams-server.ts';

export type Posted = {
  readonly id?: string | undefined;
  readonly failed?: { readonly statusCode?: number } | undefined;
};
export type Bot = Awaited<ReturnType<typeof aBot>>;

export async function aBot(teams: TeamsServer, logic: (context: TurnContext) => Promise<void>) {
  const authentication = new ConfigurationBotFrameworkAuthentication(teams.authParameters, teams.credentialsFactory());
  const adapter = new CloudAdapter(authentication);
  const heard: Activity[] = [];
  const app = express();
  app.use(express.json({ limit: '1mb' }));
  app.post('/api/messages', (request, response) =>
    adapter.process(request, response, (context) => {
      heard.push(context.activity);
      return logic(context);
    }),
  );
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  teams.endpoint(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`);
  return {
    adapter,
    heard: heard as readonly Activity[],
    /** Begins to speak by itself in a conversation. */
    proactive: (conversation: string, say: (context: TurnContext) => Promise<void>) =>
      adapter.continueConversationAsync(
        teams.bot.appId,
        {
          channelId: 'msteams',
          serviceUrl: teams.serviceUrl,
          conversation: { id: conversation, isGroup: false, name: '', conversationType: 'personal' },
          bot: { id: teams.bot.id, name: teams.bot.name },
        },
        say,
      ),
    /** One message to a conversation, and what came of it. */
    async post(conversation: string, activity: Fields): Promise<Posted> {
      const posted: { id?: string | undefined; failed?: Posted['failed'] } = {};
      await this.proactive(conversation, async (context) => {
        try {
          posted.id = (await context.sendActivity(activity as Partial<Activity>))?.id;
        } catch (error) {
          posted.failed = error as NonNullable<Posted['failed']>;
        }
      });
      return posted;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
