/** What can be pressed on a card. */
import { z } from 'zod';
import { words } from './common.ts';

const action = {
  id: words.optional(),
  title: words,
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  tooltip: words.optional(),
  isEnabled: z.boolean().optional(),
  mode: z.enum(['primary', 'secondary']).optional(),
};
const inputs = z.enum(['auto', 'none']).optional();
const data = z.record(z.string(), z.unknown());

/** What older clients press in its place: without data the bot could not tell what was meant. */
const submit = z.strictObject({
  ...action,
  type: z.literal('Action.Submit'),
  data: data.refine((given) => Object.keys(given).length > 0, { error: 'must say what is meant' }),
  associatedInputs: inputs,
});

const execute = {
  type: z.literal('Action.Execute'),
  verb: words,
  data: data.optional(),
  associatedInputs: inputs,
};

const address = z.string().refine((url) => /^https?:\/\/\S+$/.test(url) && URL.canParse(url), {
  error: 'must be an http address',
});

export const oneAction = z.discriminatedUnion('type', [
  z.strictObject({ ...action, ...execute, fallback: submit }),
  submit,
  z.strictObject({ ...action, type: z.literal('Action.OpenUrl'), url: address }),
  z.strictObject({
    ...action,
    type: z.literal('Action.ToggleVisibility'),
    targetElements: z.array(z.union([words, z.strictObject({ elementId: words, isVisible: z.boolean() })])).min(1),
  }),
]);

/** Teams shows six and hides what follows; what is `secondary` stands in a menu. */
export const actions = z
  .array(oneAction)
  .min(1)
  .refine((all) => all.filter(({ mode }) => mode !== 'secondary').length <= 6, { error: 'more than six are primary' });

/** Asked for by the client itself when it shows the card, so nobody needs a fallback. */
export const refresh = z.strictObject({
  action: z.strictObject({ ...action, ...execute, title: words.optional() }),
  userIds: z.array(words).min(1).max(60),
  expires: z.iso.datetime().optional(),
});
