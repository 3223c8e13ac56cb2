/** How a program paces its reviews. The defaults are what a team would keep. */
import { z } from 'zod';

const workingDays = z.number().int().min(0).max(250);

export const policy = z.strictObject({
  /** `due`: what is expired, fell short or changed. `all`: everything, every time. */
  ask: z.enum(['due', 'all']).default('due'),
  /** Working days after opening. */
  dueAfter: workingDays.min(1).default(10),
  /** Working days before the due date; `half` is half way. */
  remind: z.array(z.union([z.literal('half'), workingDays])).default(['half', 1, 0]),
  /** Working days between two overdue notices. */
  overdueEvery: workingDays.min(1).default(2),
  /** Working days after due. */
  escalate: z
    .strictObject({ accountable: workingDays.min(1).default(2), lead: workingDays.min(1).default(5) })
    .prefault({}),
  /** Working days after due; the review closes then, whatever is missing. */
  deadlineAfter: workingDays.min(1).default(10),
  /** Working days after closing; unsigned by then, the review lapses. */
  signOffWithin: workingDays.min(1).default(10),
  /** How many times running an answer may be given "as last time". */
  carryAtMost: z.number().int().min(0).max(12).default(2),
  /** Days of the week of the channel's digest, 1 is Monday. */
  digest: z.array(z.number().int().min(1).max(7)).default([1, 4]),
  /** Whether the channel may name what falls short by its title. */
  namesInChannel: z.boolean().default(false),
});
export type Policy = z.infer<typeof policy>;
