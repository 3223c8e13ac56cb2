/** Tokens as the Bot Connector sends them with what happens in Teams; and those that must not open the door. */
import { createHmac, createSign } from 'node:crypto';
import type { Fields } from '../../slack/json.ts';
import { type Key, keys } from './keys.ts';

export const channelIssuer = 'https://api.botframework.com';

/** Only `valid` lets one in. `other tenant` is a directory's own token, as the emulator would bring, from elsewhere. */
export type Token =
  | 'valid'
  | 'none'
  | 'empty'
  | 'basic'
  | 'not a token'
  | 'expired'
  | 'not yet'
  | 'wrong audience'
  | 'wrong issuer'
  | 'forged'
  | 'altered'
  | 'unsigned'
  | 'signed with the public key'
  | 'unknown key'
  | 'not endorsed'
  | 'no service url'
  | 'other service url'
  | 'other tenant'
  | 'another bot';

export const badTokens = [
  'none',
  'empty',
  'basic',
  'not a token',
  'expired',
  'not yet',
  'wrong audience',
  'wrong issuer',
  'forged',
  'altered',
  'unsigned',
  'signed with the public key',
  'unknown key',
  'not endorsed',
  'no service url',
  'other service url',
  'other tenant',
  'another bot',
] as const satisfies readonly Exclude<Token, 'valid'>[];

export type For = { readonly appId: string; readonly serviceUrl: string; readonly at: number };

/** The whole `authorization` header, or none. Times are real: the SDK compares them with the machine's clock. */
export function authorization(token: Token, about: For): string | undefined {
  if (token === 'none') return undefined;
  if (token === 'empty') return '';
  if (token === 'basic') return `Basic ${Buffer.from('muster:muster').toString('base64')}`;
  if (token === 'not a token') return 'Bearer not.a.token';
  return `Bearer ${signed(token, about)}`;
}

function signed(token: Token, about: For): string {
  const { teams, elsewhere, stranger } = keys();
  const good = claims(about);
  const with_ = (more: Fields, key = teams) => jwt({ ...good, ...more }, key);
  const [hour, now] = [3600, Math.floor(about.at / 1000)];
  const elsewhereTenant = '99999999-9999-4999-8999-999999999999';
  switch (token) {
    case 'expired':
      return with_({ nbf: now - 2 * hour, exp: now - hour });
    case 'not yet':
      return with_({ nbf: now + hour, exp: now + 2 * hour });
    case 'wrong audience':
      return with_({ aud: elsewhereTenant });
    case 'wrong issuer':
      return with_({ iss: 'https://issuer.example' });
    case 'forged':
      return jwt(good, { ...stranger, kid: teams.kid });
    case 'altered':
      return withClaims(jwt(good, teams), { ...good, serviceurl: about.serviceUrl, altered: true });
    case 'unsigned':
      return `${encoded({ alg: 'none', typ: 'JWT', kid: teams.kid })}.${encoded(good)}.`;
    case 'signed with the public key':
      return confused(good, teams);
    case 'unknown key':
      return with_({}, stranger);
    case 'not endorsed':
      return with_({}, elsewhere);
    case 'no service url':
      return with_({ serviceurl: undefined });
    case 'other service url':
      return with_({ serviceurl: 'https://smba.example/emea/' });
    case 'other tenant':
      return with_({
        iss: `https://sts.windows.net/${elsewhereTenant}/`,
        tid: elsewhereTenant,
        appid: about.appId,
        ver: '1.0',
      });
    case 'another bot':
      return with_({ ver: '1.0', appid: elsewhereTenant });
    default:
      return with_({});
  }
}

function claims({ appId, serviceUrl, at }: For): Fields {
  const now = Math.floor(at / 1000);
  return { serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600, iss: channelIssuer, aud: appId };
}

function jwt(payload: Fields, { kid, secret }: Key): string {
  const said = `${encoded({ alg: 'RS256', typ: 'JWT', kid, x5t: kid })}.${encoded(payload)}`;
  return `${said}.${createSign('RSA-SHA256').update(said).sign(secret, 'base64url')}`;
}

function withClaims(token: string, payload: Fields): string {
  const [header, , signature] = token.split('.');
  return `${header}.${encoded(payload)}.${signature}`;
}

/** The old trick: a secret-key signature made with what everybody can read. */
function confused(payload: Fields, { kid, open }: Key): string {
  const said = `${encoded({ alg: 'HS256', typ: 'JWT', kid })}.${encoded(payload)}`;
  const pem = open.export({ type: 'spki', format: 'pem' });
  return `${said}.${createHmac('sha256', pem).update(said).digest('base64url')}`;
}

function encoded(value: Fields): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
