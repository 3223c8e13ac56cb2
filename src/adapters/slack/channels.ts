/** What is known of channels: whether we are in them, and whether other organisations are too. */
import { z } from 'zod';
import type { Clients } from './clients.ts';

export type ChannelFacts = {
  readonly name: string;
  readonly member: boolean;
  readonly archived: boolean;
  /** Seen by another organisation, or soon. */
  readonly shared: boolean;
};

export type Channels = {
  facts(channel: string): Promise<ChannelFacts>;
  /** As they are now, whatever is known. */
  ask(channel: string): Promise<ChannelFacts>;
  /** Something happened to it: it is looked at anew. */
  forget(channel: string): void;
};

const answer = z.object({
  channel: z.object({
    name: z.string().default(''),
    is_member: z.boolean().default(false),
    is_archived: z.boolean().default(false),
    is_ext_shared: z.boolean().default(false),
    is_pending_ext_shared: z.boolean().default(false),
  }),
});

// A channel may be shared at any time, so what is known of it is soon asked again.
const trusted = 5 * 60_000;

export function channels({ lookup }: Pick<Clients, 'lookup'>, now: () => number): Channels {
  const known = new Map<string, { readonly at: number; readonly facts: ChannelFacts }>();
  const forgotten = new Map<string, number>();
  async function ask(channel: string): Promise<ChannelFacts> {
    const asked = forgotten.get(channel);
    const { channel: found } = answer.parse(await lookup.conversations.info({ channel }));
    const facts = {
      name: found.name,
      member: found.is_member,
      archived: found.is_archived,
      shared: found.is_ext_shared || found.is_pending_ext_shared,
    };
    // An answer from before something happened there is not kept.
    if (forgotten.get(channel) === asked) known.set(channel, { at: now(), facts });
    return facts;
  }
  return {
    ask,
    forget(channel) {
      forgotten.set(channel, (forgotten.get(channel) ?? 0) + 1);
      known.delete(channel);
    },
    async facts(channel) {
      const before = known.get(channel);
      return before && now() - before.at < trusted ? before.facts : ask(channel);
    },
  };
}
