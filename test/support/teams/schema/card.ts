/** A whole card, as strict as we mean to be: unknown fields, empty lists and other versions are refused. */
import { z } from 'zod';
import { actions, refresh } from './actions.ts';
import { words } from './common.ts';
import { body } from './elements.ts';

export const card = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.enum(['http://adaptivecards.io/schemas/adaptive-card.json']).optional(),
  version: z.literal('1.5'),
  body,
  actions: actions.optional(),
  refresh: refresh.optional(),
  msteams: z.strictObject({ width: z.literal('Full') }).optional(),
  lang: words.optional(),
  speak: words.optional(),
  fallbackText: words.optional(),
});
