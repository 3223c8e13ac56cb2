/**
 * The least a CloudAdapter can do with a press: answer with a card, or with DATABASE_URL make one durable insert first. It
 * verifies whoever calls, as every bot must.
 */
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import express from 'express';
import pg from 'pg';
import { environment } from '../../src/config.ts';
import { appId, tenant } from './signing.ts';

const { DATABASE_URL: database, TEAMS_TEST_OPENID: openId = '' } = environment();
const pool = database === undefined ? undefined : new pg.Pool({ connectionString: database, max: 10 });
await pool?.query('create table presses (id bigserial primary key, by_user text, pressed text, at timestamptz)');

const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: appId,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: tenant,
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: openId,
      ToBotFromEmulatorOpenIdMetadataUrl: openId,
    },
    {
      isValidAppId: async (id = '') => id === appId,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({ signRequest: async <R>(request: R) => request }),
    } as never,
  ),
);
const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Recorded.' }] };

const app = express();
app.use(express.json({ limit: '1mb' }));
app.post('/api/messages', (request, response) =>
  adapter.process(request, response, async (context) => {
    const { from, value } = context.activity;
    await pool?.query('insert into presses (by_user, pressed, at) values ($1, $2, clock_timestamp())', [
      from.id,
      JSON.stringify(value),
    ]);
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  }),
);
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', async () => {
  server.closeAllConnections();
  await pool?.end();
  process.exit(0);
});
