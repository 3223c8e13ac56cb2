/** What a schema has against a value, a line each, with where. */
import type { z } from 'zod';

export function issues(result: z.ZodSafeParseResult<unknown>): readonly string[] {
  return (result.error?.issues ?? []).map(({ path, message }) => `/${path.join('/')}: ${message}`);
}
