/** Why a request is turned away whose token could not be verified: its sender's fault, or nobody's. */
import { z } from 'zod';
import { Turned } from './turned.ts';
import { KeysLate } from './verifying.ts';

export const stranger = 'This request did not come from Teams.';

export function turnAway(cause: unknown): never {
  const { statusCode, name } = z
    .object({ statusCode: z.unknown().optional(), name: z.unknown().optional() })
    .catch({ statusCode: 0, name: '' })
    .parse(cause);
  // Microsoft's keys could not be fetched: that is not the sender's fault, and Teams delivers again.
  if (statusCode === 500 || name === 'FetchError' || cause instanceof KeysLate)
    throw new Turned(503, 'Muster could not verify this request just now.', cause);
  if (statusCode === 403) throw new Turned(403, 'This token does not allow this.', cause);
  throw new Turned(401, stranger, cause);
}
