/** Who a token says it is from, before anybody believes it. */
import { z } from 'zod';

const claims = z.object({ iss: z.string() });

/** Undefined where there is no token, or nothing to read in it. */
export function issuerIn(authorization: string): string | undefined {
  const [, payload] = /^Bearer [^.\s]+\.([^.\s]+)\.[^.\s]*$/.exec(authorization) ?? [];
  if (payload === undefined) return undefined;
  try {
    return claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).iss;
  } catch {
    return undefined;
  }
}
