/** The keys of a loopback issuer. Real RS256, made once a process: two that are published, one that nobody knows. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Fields } from '../../slack/json.ts';

export type Key = { readonly kid: string; readonly secret: KeyObject; readonly open: KeyObject };

/** `teams` speaks for Teams, `elsewhere` for another channel only. `stranger` is not published. */
export type Keys = Readonly<Record<'teams' | 'elsewhere' | 'stranger', Key>>;

let made: Keys | undefined;

export function keys(): Keys {
  made ??= { teams: key('teams-1'), elsewhere: key('elsewhere-1'), stranger: key('stranger-1') };
  return made;
}

/** As at `jwks_uri`. */
export function published(): { readonly keys: readonly Fields[] } {
  const { teams, elsewhere } = keys();
  return { keys: [jwk(teams, ['msteams']), jwk(elsewhere, ['directline'])] };
}

function key(kid: string): Key {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, secret: privateKey, open: publicKey };
}

function jwk({ kid, open }: Key, endorsements: readonly string[]): Fields {
  const { n, e } = open.export({ format: 'jwk' });
  return { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e, endorsements };
}
