/** What passes over the socket: a greeting, one request, and then items until the end. */
import { z } from 'zod';

/** `starting` is still looking whether it is alone; `running` holds the data folder. */
export const greeting = z.strictObject({
  muster: z.literal(1),
  state: z.enum(['starting', 'running']),
  pid: z.number().int(),
  /** What it is doing, as typed: `serve`, `status`. */
  title: z.string().max(200),
});
export type Greeting = z.infer<typeof greeting>;

export const frame = z.union([
  z.strictObject({ item: z.unknown() }),
  z.strictObject({ end: z.literal(true) }),
  z.strictObject({ failed: z.string() }),
]);

/** A request is a command and an id or two. */
export const longestRequest = 65_536;
/** The longest answer is a checklist in an export, some hundred kilobytes. */
export const longestAnswer = 33_554_432;
