/** What the bot may send as one message: a text, or one card and nothing beside it. */
import { z } from 'zod';

const account = z.looseObject({ id: z.string() });

export const cardType = 'application/vnd.microsoft.card.adaptive';

const attachment = z.strictObject({
  contentType: z.literal(cardType),
  content: z.record(z.string(), z.unknown()),
  name: z.string().optional(),
});

export const activity = z
  .strictObject({
    type: z.enum(['message', 'typing']),
    id: z.string().optional(),
    text: z.string().optional(),
    textFormat: z.enum(['plain', 'markdown', 'xml']).optional(),
    summary: z.string().min(1).optional(),
    attachments: z.array(attachment).optional(),
    attachmentLayout: z.literal('list').optional(),
    entities: z.array(z.looseObject({ type: z.string() })).optional(),
    channelData: z.looseObject({}).optional(),
    importance: z.enum(['low', 'normal', 'high']).optional(),
    inputHint: z.string().optional(),
    deliveryMode: z.string().optional(),
    channelId: z.literal('msteams').optional(),
    serviceUrl: z.string().optional(),
    callerId: z.string().optional(),
    locale: z.string().optional(),
    timestamp: z.string().optional(),
    localTimestamp: z.string().optional(),
    localTimezone: z.string().optional(),
    conversation: account.optional(),
    from: account.optional(),
    recipient: account.optional(),
    replyToId: z.string().optional(),
  })
  .refine(({ attachments = [] }) => attachments.length <= 1, { error: 'two cards in one activity: Teams splits them' })
  .refine(({ text, attachments = [] }) => !text || attachments.length === 0, {
    error: 'text beside a card: Teams splits them, and says no id',
  })
  .refine(({ type, text, attachments = [] }) => type === 'typing' || text || attachments.length > 0, {
    error: 'a message of nothing',
  });
