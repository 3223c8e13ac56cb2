/** What a button carries: what it does, and where the message itself is not kept, what the message shows. */
import { z } from 'zod';
import type { Press } from '../../domain/card/card.ts';
import { formRef } from '../../domain/card/form.ts';
import { intent } from '../../domain/card/intent.ts';
import { type View, viewSchema } from '../../domain/card/view.ts';
import { compact, uncompact } from './compact.ts';
import { limits } from './limits.ts';

const where = {
  /** What the message shows it stands in. Only where no row keeps that. */
  in: viewSchema.exactOptional(),
  /** Of a card too long for one message. */
  part: z.number().int().min(1).max(1_000).exactOptional(),
};
const schema = z.discriminatedUnion('press', [
  z.strictObject({ press: z.literal('intent'), intent, ...where }),
  z.strictObject({ press: z.literal('show'), view: viewSchema, ...where }),
  z.strictObject({ press: z.literal('form'), form: formRef, ...where }),
  /** Posts for everybody what was shown to one. */
  z.strictObject({ press: z.literal('share'), view: viewSchema, ...where }),
]);
export type ButtonValue = z.infer<typeof schema>;
export type Where = { readonly in?: View; readonly part?: number };

/** Undefined when it does not fit: then there is no such button, and the card says so. */
export function buttonValue(
  press: Press | { readonly press: 'share'; readonly view: View },
  at: Where = {},
): string | undefined {
  const { in: _, ...without } = at;
  return compact({ ...press, ...at }, limits.value) ?? compact({ ...press, ...without }, limits.value);
}

/** Undefined for a value this Muster never wrote. */
export function readButtonValue(text: string): ButtonValue | undefined {
  try {
    return schema.parse(uncompact(text));
  } catch {
    return undefined;
  }
}
