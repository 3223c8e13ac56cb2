/** Answers with a message of its own in a direct conversation, kept and redrawn like those we sent. */
import { z } from 'zod';
import { markOf } from '../../domain/card/mark.ts';
import type { View } from '../../domain/card/view.ts';
import type { Person } from '../../domain/people.ts';
import type { Standing } from '../../flow/ports/messages.ts';
import { failureOf } from './failures.ts';
import type { OpenKit } from './kit.ts';
import type { Origin } from './origin.ts';
import { render } from './render.ts';
import type { Note } from './render-note.ts';
import { answerThrough } from './response-url.ts';

/** What explains and asks for nothing is not kept: however often it is asked for, the conversation stays as short as it was. */
const passing: ReadonlySet<View['show']> = new Set(['why', 'help']);

type Reply = { readonly view: View; readonly note?: Note };
const posted = z.object({ channel: z.string(), ts: z.string() });

export async function replyInMessage(
  kit: OpenKit,
  person: Person,
  from: Extract<Origin, { at: 'message' }>,
  { view, note }: Reply,
): Promise<void> {
  const card = await kit.desk.card(view, person.id);
  const noted = note && { note };
  const toThem = () => {
    const own = render({ card, view, surface: 'ephemeral', ...noted });
    return answerThrough(from.url, { ...own, place: 'beside' });
  };
  if (passing.has(view.show) && (await toThem())) return;
  const { text, blocks } = render({ card, view, surface: 'message', ...noted });
  try {
    const body = { channel: from.channel, text, blocks: [...blocks], unfurl_links: false, unfurl_media: false };
    const { channel, ts } = posted.parse(await kit.clients.interactive.chat.postMessage(body));
    const ref = { platform: 'slack' as const, conversation: channel, message: ts };
    await keep(kit, { ref, contact: person.id, view, at: kit.clock.now(), mark: markOf(card) });
  } catch (error) {
    // Posting is limited, a click's own address is not: then only they see it, and only until they reload. Where the answer
    // got lost they may see it twice, which is better than not at all: they asked for it.
    kit.log.warn(
      { why: failureOf(error).why },
      'A reply could not be posted in Slack, so it was shown to one person only.',
    );
    await toThem();
  }
}

/** What was posted is their answer, whether or not it can be kept current. */
async function keep(kit: OpenKit, message: Standing): Promise<void> {
  try {
    await kit.messages.add(message);
  } catch (error) {
    kit.log.error({ err: error }, 'A reply could not be noted, so it will stay as it is.');
  }
}
