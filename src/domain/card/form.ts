/** A form before any platform: a modal, an input card, a page. */
import { z } from 'zod';
import { verdicts } from '../checklist/answer-kind.ts';
import { promptId } from '../checklist/prompt.ts';

const review = z.string();
const revision = z.number().int().min(0);
const formOf = <T extends string, S extends z.ZodRawShape>(form: T, shape: S) =>
  z.strictObject({ form: z.literal(form), ...shape });

/** Which form, about what. Small and opaque enough for a button. */
export const formRef = z.discriminatedUnion('form', [
  /** The full answer of one prompt; `verdict` preselects the one just pressed. */
  formOf('answer', { review, prompt: promptId, revision, verdict: z.enum(verdicts).exactOptional() }),
  formOf('detail', { review, prompt: promptId, revision }),
  /** Not applicable, don't know or declined, each with its reason. */
  formOf('no answer', { review, prompt: promptId, revision }),
  formOf('same as', { review, prompt: promptId, revision }),
  /** A whole section at once, prefilled. */
  formOf('section', {
    review,
    section: z.string(),
    page: z.number().int().min(1),
    /** Added when the form is made: the revision of each prompt's answer it was filled with. */
    seen: z.record(promptId, revision).exactOptional(),
    /** As it stands on the section's card: only what one click cannot answer. */
    onCard: z.literal(true).exactOptional(),
  }),
  formOf('hand over', { review, section: z.string().exactOptional(), prompt: promptId.exactOptional() }),
  /** `owner`: of what waits for that person. */
  formOf('reassign', {
    review,
    section: z.string().exactOptional(),
    prompt: promptId.exactOptional(),
    owner: z.string().exactOptional(),
  }),
  formOf('snooze', { review }),
  formOf('judge', { review, prompt: promptId, revision }),
  formOf('close', { review }),
  /** `answerSet` is what the signer was shown; without it, the set as it is when the form is made. */
  formOf('sign off', { review, answerSet: z.string().exactOptional() }),
  formOf('redact', { review, prompt: promptId }),
  /** Something changed: the next review asks that prompt again. */
  formOf('note change', { review, prompt: promptId }),
  formOf('open', { program: z.string() }),
]);
export type FormRef = z.infer<typeof formRef>;

export type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** It may be left empty in this form, and is owed all the same: nobody should read that it is optional. */
  readonly owed?: boolean;
} & (
  | { readonly input: 'line' | 'paragraph' | 'date' | 'link'; readonly value?: string; readonly most?: number }
  | { readonly input: 'number'; readonly value?: string; readonly unit?: string }
  | { readonly input: 'one' | 'many'; readonly options: readonly Option[]; readonly value?: readonly string[] }
  | { readonly input: 'tick'; readonly value?: boolean }
);
export type Option = { readonly id: string; readonly label: string };

export type Form = {
  readonly ref: FormRef;
  readonly title: string;
  /** What it is about, above the fields. */
  readonly lines: readonly string[];
  readonly fields: readonly Field[];
  readonly submit: string;
};

/** What comes back: a field's id and what was entered. `many` gives a list. */
export const formValues = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()]));
export type FormValues = z.infer<typeof formValues>;
