/**
 * The keys Microsoft signs with, fetched for the SDK. Its own way asks once a day and lets nobody in while that fails; here the
 * last good keys stay good meanwhile, for some days and no longer, since one may have been withdrawn.
 */
import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../../flow/ports/log.ts';
import { KeysLate } from './verifying.ts';

/** As the SDK asks: the key as PEM, and the channels it may speak for. */
export type SigningKey = { readonly key: string; readonly endorsements?: string[] };
export type SigningKeys = { getKey(id: string): Promise<SigningKey | null> };

const aMinute = 60_000;
/** While no key was ever fetched nobody gets in. */
const aMoment = 5_000;
const anHour = 60 * aMinute;
/** From then on they are fetched anew, beside those who come in. */
const fresh = 24 * anHour;
/** As long as they are believed without word from Microsoft: longer than a weekend. */
const believed = 3 * 24 * anHour;
/** Teams gives us fifteen seconds for the whole. */
const patience = 4_000;

export type Fetching = { readonly log: Pick<Log, 'warn'>; readonly now?: (() => number) | undefined };

export function signingKeys(url: string, { log, now = Date.now }: Fetching): SigningKeys {
  let known: { readonly keys: ReadonlyMap<string, SigningKey>; readonly at: number } | undefined;
  let failed: { readonly at: number; readonly why: unknown } | undefined;
  let underWay: Promise<void> | undefined;

  const age = () => (known ? now() - known.at : Number.POSITIVE_INFINITY);

  async function renew(): Promise<void> {
    try {
      known = { keys: await fetched(url), at: now() };
      failed = undefined;
    } catch (why) {
      failed = { at: now(), why };
      log.warn(
        { why: String(why) },
        'Microsoft’s keys could not be fetched. Those known before stay good for some days.',
      );
    } finally {
      underWay = undefined;
    }
  }

  /** One at a time, and after a failure not again for a while: whoever is outside cannot make us ask. */
  async function renewed(): Promise<void> {
    if (!failed || now() - failed.at >= (known ? aMinute : aMoment)) {
      underWay ??= renew();
      await underWay;
    }
    if (failed) throw new KeysLate(failed.why);
  }

  return {
    async getKey(id) {
      const key = age() < believed ? known?.keys.get(id) : undefined;
      if (key) {
        if (age() >= fresh) renewed().catch(() => undefined);
        return key;
      }
      // A key nobody knows may be new; strangers’ keys are looked for once an hour.
      if (age() < anHour) return null;
      await renewed();
      return known?.keys.get(id) ?? null;
    },
  };
}

const metadata = z.object({ jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) });
const usable = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).optional(),
});

async function fetched(url: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = metadata.parse(await json(url));
  const { keys } = keySet.parse(await json(jwks_uri));
  return new Map(keys.flatMap((key) => pem(key) ?? []));
}

async function json(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(patience / 2) });
  if (!response.ok) throw new Error(`${url} answered with status ${response.status}.`);
  return response.json();
}

/** Of another kind than the SDK verifies: as good as not there. */
function pem(found: unknown): readonly [readonly [string, SigningKey]] | undefined {
  const read = usable.safeParse(found);
  if (!read.success) return undefined;
  const { kid, kty, n, e, endorsements } = read.data;
  const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return [[kid, { key: key.toString(), ...(endorsements && { endorsements }) }]];
}
