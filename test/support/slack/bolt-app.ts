/** A real app on Slack's own framework, that remembers what it was sent and answers as a test says. */
import { App, HTTPReceiver, type Receiver, webApi } from '@slack/bolt';
import { type Fields, fields, isFields } from './json.ts';
import { quiet } from './real-client.ts';
import type { SlackServer } from './slack-server.ts';

type Heard = {
  readonly body: Fields;
  readonly client: webApi.WebClient;
  readonly respond: (message: object) => Promise<unknown>;
  readonly ack: (answer?: object | string) => Promise<void>;
};
export type Answering = (heard: Heard) => Promise<unknown>;

export function boltApp(slack: SlackServer, receiver: Receiver) {
  const heard: Fields[] = [];
  let answering: Answering = ({ ack }) => ack();
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: slack.tokens.bot, botId: slack.app.botId, botUserId: slack.app.bot }),
    clientOptions: { slackApiUrl: slack.apiUrl },
    logger: quiet,
  });
  const client = new webApi.WebClient(slack.tokens.bot, { slackApiUrl: slack.apiUrl, logger: quiet });
  const hear = async (args: object) => {
    const { body, respond, ack } = { ack: async () => {}, respond: async () => {}, ...args } as unknown as Heard;
    heard.push(fields(body));
    await answering({ body: fields(body), respond, ack, client });
  };
  app.action(/.*/, hear);
  app.view(/.*/, hear);
  app.view({ callback_id: /.*/, type: 'view_closed' }, hear);
  app.command(/.*/, hear);
  app.event(/.*/, hear);
  return {
    app,
    heard: heard as readonly Fields[],
    answer(next: Answering) {
      answering = next;
    },
  };
}

/** One that listens on its own port; Slack knows where. */
export async function boltOverHttp(slack: SlackServer) {
  const bolt = boltApp(slack, new HTTPReceiver({ signingSecret: slack.signingSecret, logger: quiet }));
  const server = await bolt.app.start(0);
  const address = server.address();
  slack.requestUrl(`http://127.0.0.1:${isFields(address) ? address['port'] : 0}/slack/events`);
  return bolt;
}
