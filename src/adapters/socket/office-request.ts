/** What may be asked through the socket. */
import { z } from 'zod';

const id = z.string().min(1).max(200);
const ask = <A extends string, S extends z.ZodRawShape>(name: A, shape: S) =>
  z.strictObject({ ask: z.literal(name), ...shape });

export const officeRequest = z.discriminatedUnion('ask', [
  ask('programs', {}),
  ask('preview', { program: id, opens: z.literal('now').exactOptional() }),
  ask('open', { program: id, by: z.strictObject({ key: id.exactOptional(), account: z.string().max(200) }) }),
  ask('reviews', {}),
  ask('status', { about: id.exactOptional() }),
  ask('export', { review: id }),
  ask('verify', {}),
  ask('rebuild', {}),
  ask('doctor', {}),
]);
export type OfficeRequest = z.infer<typeof officeRequest>;
