/** What may be answered to a press of Action.Execute: a new card, a sentence, or an error to show. */
import { z } from 'zod';
import type { Fields } from '../../slack/json.ts';
import { cardType } from '../schema/activity.ts';
import type { World } from '../world.ts';
import { noteCard } from './content.ts';
import { issues } from './issues.ts';

const anyCard = z.record(z.string(), z.unknown());
const problem = z.strictObject({ code: z.string().min(1), message: z.string().min(1) });

const answer = z.union([
  z.strictObject({ statusCode: z.literal(200), type: z.literal(cardType), value: anyCard }),
  z.strictObject({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string().min(1),
  }),
  z.strictObject({
    statusCode: z.int().min(400).max(599),
    type: z.literal('application/vnd.microsoft.error'),
    value: problem,
  }),
]);

/** Anything else shows the person “Something went wrong”. */
export function invokeCard(world: World, body: Fields): Fields | undefined {
  const where = 'the answer to an invoke';
  const read = answer.safeParse(body);
  if (!read.success) for (const says of issues(read)) world.violations.push({ in: where, says });
  if (!read.success || read.data.type !== cardType) return undefined;
  noteCard(world, where, read.data.value);
  return read.data.value;
}
