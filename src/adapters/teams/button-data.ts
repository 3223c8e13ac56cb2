/** What a button carries: what it asks for, and never what it may do. Everything of ours stands under one name, beside what was entered. */
import { z } from 'zod';
import type { Press } from '../../domain/card/card.ts';
import { formRef } from '../../domain/card/form.ts';
import { intent } from '../../domain/card/intent.ts';
import { viewSchema } from '../../domain/card/view.ts';

const part = z.number().int().min(1).max(1_000);
const shown = z.array(z.string());
const carried = z.discriminatedUnion('press', [
  z.strictObject({ press: z.literal('intent'), intent }),
  z.strictObject({ press: z.literal('show'), view: viewSchema }),
  /** Another part of what the message shows. */
  z.strictObject({ press: z.literal('turn'), part }),
  z.strictObject({ press: z.literal('form'), form: formRef }),
  /** Sends what was entered; `shown` are the fields that stood there, where others stand on other pages. */
  z.strictObject({ press: z.literal('send'), form: formRef, shown: shown.exactOptional() }),
  /** The same for what is entered on the card itself. */
  z.strictObject({ press: z.literal('save'), form: formRef, shown: shown.exactOptional() }),
  /** Another page of a long form. */
  z.strictObject({ press: z.literal('leaf'), form: formRef, shown, to: part }),
  /** Back from a form, to what the message shows. */
  z.strictObject({ press: z.literal('back') }),
]);
export type Carried = z.infer<typeof carried>;

const name = 'muster';
const data = z.object({ [name]: carried });

export function buttonData(value: Press | Carried): Readonly<Record<string, unknown>> {
  return { [name]: value };
}

/** Undefined for what this Muster never wrote. */
export function readButtonData(given: unknown): Carried | undefined {
  return data.safeParse(given).data?.[name];
}
