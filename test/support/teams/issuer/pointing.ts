/** What points the Bot Framework SDK here instead of at Microsoft. */
import type { World } from '../world.ts';
import { scope } from './issue.ts';
import { channelIssuer } from './tokens.ts';

/** The first argument of `ConfigurationBotFrameworkAuthentication`, whole: given one of the URLs, it falls back to none. */
export function authParameters({ origin, bot, tenant }: World) {
  return {
    MicrosoftAppId: bot.appId,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenant,
    MicrosoftAppPassword: bot.password,
    ValidateAuthority: false,
    ToChannelFromBotLoginUrl: `${origin}/${tenant}`,
    ToChannelFromBotOAuthScope: scope,
    ToBotFromChannelTokenIssuer: channelIssuer,
    OAuthUrl: `${origin}/user-tokens`,
    ToBotFromChannelOpenIdMetadataUrl: `${origin}/channel/openid`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${origin}/emulator/openid`,
    CallerId: 'urn:botframework:azure',
  };
}

export function issuerOf({ origin }: World) {
  return { issuer: channelIssuer, openIdMetadata: `${origin}/channel/openid` };
}

/**
 * The second argument: MSAL, which the SDK would use, speaks to https and to well-known authorities only.
 * The same client credentials go over plain HTTP to this machine.
 */
export function credentialsFactory(world: World) {
  let token: Promise<string> | undefined;
  return {
    isValidAppId: async (appId = '') => appId === world.bot.appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async (appId: string) => {
      if (appId !== world.bot.appId) throw new Error(`Not this bot: ${appId}.`);
      return {
        async signRequest<R extends { headers: { set(name: string, value: string): void } }>(request: R): Promise<R> {
          token ??= fetchToken(world);
          token.catch(() => {
            token = undefined;
          });
          request.headers.set('authorization', `Bearer ${await token}`);
          return request;
        },
      };
    },
  };
}

async function fetchToken({ origin, tenant, bot }: World): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: bot.appId,
    client_secret: bot.password,
    scope: `${scope}/.default`,
  });
  const response = await fetch(`${origin}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body });
  if (!response.ok) throw new Error(`No token: ${response.status}.`);
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}
