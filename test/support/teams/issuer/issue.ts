/** What the issuer serves: where its keys are, the keys, and tokens for the bot's own calls. */
import { type Fields, text } from '../../slack/json.ts';
import type { Reply } from '../answer.ts';
import type { World } from '../world.ts';
import { published } from './keys.ts';
import { channelIssuer } from './tokens.ts';

/** In seconds, as the directory gives them. */
const lifetime = 86_399;
export const scope = 'https://api.botframework.com';

export function openid({ origin }: World): Reply {
  return {
    status: 200,
    answer: {
      issuer: channelIssuer,
      authorization_endpoint: `${origin}/authorize`,
      jwks_uri: `${origin}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    },
  };
}

export function keySet(): Reply {
  return { status: 200, answer: published() };
}

/** Client credentials, for this bot in its own tenant and for nobody else. */
export function issueToken(world: World, tenant: string, form: Fields): Reply {
  const { bot, tokens, ids } = world;
  const no = (status: number, error: string) => ({
    status,
    answer: { error, error_description: `${error}: refused.` },
  });
  if (tenant !== world.tenant) return no(400, 'invalid_request');
  if (form['grant_type'] !== 'client_credentials') return no(400, 'unsupported_grant_type');
  if (form['client_id'] !== bot.appId) return no(400, 'unauthorized_client');
  if (form['client_secret'] !== bot.password) return no(401, 'invalid_client');
  if (text(form['scope']) !== `${scope}/.default`) return no(400, 'invalid_scope');
  const token = ids.token();
  tokens.set(token, Date.now() + lifetime * 1000);
  return {
    status: 200,
    answer: { token_type: 'Bearer', expires_in: lifetime, ext_expires_in: lifetime, access_token: token },
  };
}

export function mayCall({ asksFor, tokens }: World, header = ''): boolean {
  if (asksFor === 'nothing') return true;
  const token = /^Bearer (\S+)$/.exec(header)?.[1];
  if (asksFor === 'any token') return token !== undefined;
  const until = tokens.get(token ?? '');
  return until !== undefined && until > Date.now();
}
