/** A connector that says yes to everything and checks nothing, and the keys of its tokens. */
import { published } from '../../test/support/teams/issuer/keys.ts';
import { channelIssuer } from '../../test/support/teams/issuer/tokens.ts';
import { objectId } from '../program.ts';
import { quickServer } from '../quick-server.ts';
import { tenant } from './signing.ts';

export type QuickTeams = {
  readonly serviceUrl: string;
  readonly openIdMetadata: string;
  /** How many messages were posted. */
  readonly posted: () => number;
  /** How often it was asked who somebody is. */
  readonly asked: () => number;
  /** Resolves once no message has been changed for a while. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

export async function quickTeams(): Promise<QuickTeams> {
  let posted = 0;
  let asked = 0;
  let made = 0;
  const server = await quickServer(({ url, method }) => {
    if (url === '/openid') return openId(server.origin);
    if (url === '/keys') return published();
    made += 1;
    const member = /\/members\/([^/]+)$/.exec(url)?.[1];
    if (member !== undefined) {
      asked += 1;
      return memberOf(decodeURIComponent(member));
    }
    server.stir();
    if (method === 'POST' && url.includes('/activities')) posted += 1;
    return { id: `${made}` };
  });
  const { origin, quiet, close } = server;
  return {
    serviceUrl: `${origin}/`,
    openIdMetadata: `${origin}/openid`,
    posted: () => posted,
    asked: () => asked,
    quiet,
    close,
  };
}

function memberOf(id: string): object {
  return { id, aadObjectId: objectId(id.replace(/^29:/, '')), tenantId: tenant };
}

function openId(origin: string): object {
  return {
    issuer: channelIssuer,
    jwks_uri: `${origin}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
}
