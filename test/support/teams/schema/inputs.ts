/** What can be filled in on a card. Each has a name that a screen reader can say. */
import { z } from 'zod';
import { element, words } from './common.ts';

const input = {
  ...element,
  id: words,
  label: words,
  isRequired: z.boolean().optional(),
  errorMessage: words.optional(),
};
const date = z.iso.date().optional();
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .optional();

const choice = z.strictObject({ title: words, value: words });

const choiceSet = z
  .strictObject({
    ...input,
    type: z.literal('Input.ChoiceSet'),
    choices: z.array(choice),
    /** People of the tenant, searched as one types. */
    'choices.data': z
      .strictObject({
        type: z.literal('Data.Query'),
        dataset: z.templateLiteral(['graph.microsoft.com/users', z.string()]),
      })
      .optional(),
    isMultiSelect: z.boolean().optional(),
    style: z.enum(['compact', 'expanded', 'filtered']).optional(),
    value: z.string().optional(),
    placeholder: words.optional(),
    wrap: z.boolean().optional(),
  })
  .refine((set) => set.choices.length > 0 || set['choices.data'], { error: 'choices must not be empty' })
  .refine(({ choices }) => new Set(choices.map(({ value }) => value)).size === choices.length, {
    error: 'two choices have one value',
  })
  .refine((set) => !set.isMultiSelect || set.choices.every(({ value }) => !value.includes(',')), {
    error: 'values are sent with commas between them, so none may have one',
  })
  .refine((set) => set['choices.data'] || chosen(set).every((one) => set.choices.some(({ value }) => value === one)), {
    error: 'value is none of the choices',
  });

function chosen(set: { value?: string | undefined; isMultiSelect?: boolean | undefined }): readonly string[] {
  if (!set.value) return [];
  return set.isMultiSelect ? set.value.split(',') : [set.value];
}

export const oneInput = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...input,
      type: z.literal('Input.Text'),
      placeholder: words.optional(),
      value: z.string().optional(),
      maxLength: z.int().positive().optional(),
      isMultiline: z.boolean().optional(),
      style: z.enum(['text', 'tel', 'url', 'email']).optional(),
      regex: words.optional(),
    }),
    z.strictObject({
      ...input,
      type: z.literal('Input.Number'),
      placeholder: words.optional(),
      value: z.number().optional(),
      min: z.number().optional(),
      max: z.number().optional(),
    }),
    z.strictObject({
      ...input,
      type: z.literal('Input.Date'),
      placeholder: words.optional(),
      value: date,
      min: date,
      max: date,
    }),
    z.strictObject({
      ...input,
      type: z.literal('Input.Time'),
      placeholder: words.optional(),
      value: time,
      min: time,
      max: time,
    }),
    z.strictObject({
      ...input,
      type: z.literal('Input.Toggle'),
      label: words.optional(),
      title: words,
      value: words.optional(),
      valueOn: words.optional(),
      valueOff: words.optional(),
      wrap: z.boolean().optional(),
    }),
    choiceSet,
  ])
  .refine(({ isRequired, errorMessage }) => !isRequired || errorMessage, {
    error: 'is required and has no errorMessage to say so',
  });
