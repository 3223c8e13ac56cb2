/** What a modal remembers about itself: its form and where it was opened, or the card it shows. */
import { z } from 'zod';
import { formRef } from '../../domain/card/form.ts';
import { viewSchema } from '../../domain/card/view.ts';
import { compact, uncompact } from './compact.ts';
import { limits } from './limits.ts';
import { origin } from './origin.ts';

const schema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('form'), ref: formRef, from: origin }),
  z.strictObject({ is: z.literal('card'), view: viewSchema, part: z.number().int().min(1).exactOptional() }),
  /** Being drawn. */
  z.strictObject({ is: z.literal('loading') }),
]);
export type Metadata = z.infer<typeof schema>;

/** Undefined when it is more than a view may carry. */
export function metadata(value: Metadata): string | undefined {
  return compact(value, limits.metadata);
}

/** Undefined for what this Muster never wrote. */
export function readMetadata(text: string): Metadata | undefined {
  try {
    return schema.parse(uncompact(text));
  } catch {
    return undefined;
  }
}
