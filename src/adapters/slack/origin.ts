/** Where somebody pressed or typed, so that what comes of it is shown there. A form carries it until it is sent. */
import { z } from 'zod';
import { viewSchema } from '../../domain/card/view.ts';

const part = z.number().int().min(1).exactOptional();
/** Takes five answers within half an hour. */
const url = z.string().max(1_000);

export const origin = z.discriminatedUnion('at', [
  /** A message kept in our rows, in a direct conversation or in a channel. */
  z.strictObject({ at: z.literal('message'), channel: z.string(), ts: z.string(), url }),
  /** Seen by one person only; what it shows travels with its buttons. */
  z.strictObject({ at: z.literal('ephemeral'), url, channel: z.string(), view: viewSchema.exactOptional(), part }),
  z.strictObject({ at: z.literal('modal'), id: z.string(), view: viewSchema, part }),
  z.strictObject({ at: z.literal('home') }),
  z.strictObject({ at: z.literal('command'), url, channel: z.string() }),
]);
export type Origin = z.infer<typeof origin>;

/** Direct conversations are the only ones in which everybody present is the one person we speak to. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** Where it was done, so that an auditor can find it again. */
export function refOf(from: Origin): string {
  switch (from.at) {
    case 'message':
      return `${from.channel}/${from.ts}`;
    case 'ephemeral':
    case 'command':
      return from.channel;
    case 'modal':
      return from.id;
    case 'home':
      return 'home';
    default:
      return from satisfies never;
  }
}
