/** Parses a request into what a person wants: an intent, a view, a form, a command, another time. */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Press } from '../../domain/card/card.ts';
import { type FormRef, type FormValues, formRef } from '../../domain/card/form.ts';
import { intent } from '../../domain/card/intent.ts';
import { viewSchema } from '../../domain/card/view.ts';
import { type Instant, instant } from '../../domain/time/instant.ts';
import { RequestRefused } from '../../flow/ports/request-refused.ts';
import { valuesIn } from './field-names.ts';

const pressSchema = z.discriminatedUnion('press', [
  z.strictObject({ press: z.literal('intent'), intent }),
  z.strictObject({ press: z.literal('show'), view: viewSchema }),
  z.strictObject({ press: z.literal('form'), form: formRef }),
]);

const marks = z.object({
  message: z.string().max(300).default(''),
  place: z.string().regex(/^[a-z0-9-]{1,100}$/),
  once: z.string().min(8).max(100),
});

/** Which message it came from, where, and the mark under which it is recorded once. */
export type Marks = { readonly message: string; readonly place: string; readonly once: string };

export function readPress(body: unknown): Marks & { readonly press: Press } {
  const { press, ...from } = parsed(marks.extend({ press: z.string().max(100_000) }), body);
  return { ...onceFor(from, press), press: fromJson(pressSchema, press) };
}

export function readFormRequest(query: unknown): Marks & { readonly ref: FormRef } {
  const { ref, ...from } = parsed(marks.extend({ ref: z.string().max(10_000) }), query);
  return { ...from, ref: fromJson(formRef, ref) };
}

export function readSubmission(body: unknown): Marks & { readonly ref: FormRef; readonly values: FormValues } {
  const { ref, ...from } = parsed(marks.extend({ ref: z.string().max(10_000) }), body);
  const fields = parsed(z.record(z.string(), z.union([z.string(), z.array(z.string())])), body);
  return { ...onceFor(from, ref), ref: fromJson(formRef, ref), values: valuesIn(fields) };
}

export function readSaid(body: unknown): Omit<Marks, 'message'> & { readonly text: string } {
  const said = parsed(
    marks.extend({ text: z.string().max(2_000).default(''), command: z.string().max(40).optional() }),
    body,
  );
  const text = (said.command ?? said.text).replaceAll('\0', '').trim();
  return { place: said.place, once: onceFor(said, text).once, text };
}

export function readTime(body: unknown): { readonly to: Instant; readonly back?: string | undefined } {
  return parsed(z.object({ to: instant, back: z.string().max(500).optional() }), body);
}

// All buttons of one drawing share its random mark, so what was pressed is part of it.
function onceFor(from: Marks, pressed: string): Marks {
  const once = createHash('sha256')
    .update(`${from.once}\n${from.message}\n${pressed}`)
    .digest('base64url')
    .slice(0, 32);
  return { ...from, once };
}

function fromJson<T>(schema: z.ZodType<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RequestRefused(askAgain);
  }
  // A database keeps neither zero bytes nor half characters; well-formed JSON shows both as escapes.
  if (/\\u0000|\\ud[89a-f]/.test(JSON.stringify(value))) throw new RequestRefused(askAgain);
  return parsed(schema, value);
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value ?? {});
  if (!result.success) throw new RequestRefused(askAgain);
  return result.data;
}

const askAgain = 'This request cannot be read. Load the page again and press once more.';
