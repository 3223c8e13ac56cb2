/** Who a token says it is from, by which key and until when, before anybody believes it. */
import { z } from 'zod';

const claims = z.object({ iss: z.string() });
const ending = z.object({ exp: z.number() });
const header = z.object({ kid: z.string().max(200) });

/** Undefined where there is no token, or nothing to read in it. */
export function issuerIn(authorization: string): string | undefined {
  return claims.safeParse(partOf(authorization, 2)).data?.iss;
}

export function keyIn(authorization: string): string | undefined {
  return header.safeParse(partOf(authorization, 1)).data?.kid;
}

/** In milliseconds since 1970; 0 where it does not say. */
export function endIn(authorization: string): number {
  return (ending.safeParse(partOf(authorization, 2)).data?.exp ?? 0) * 1_000;
}

function partOf(authorization: string, part: 1 | 2): unknown {
  const encoded = /^Bearer ([^.\s]+)\.([^.\s]+)\.[^.\s]*$/.exec(authorization)?.[part];
  try {
    return JSON.parse(Buffer.from(encoded ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
