/** What somebody typed, in their own chat or by mention in a channel: the same words as everywhere. */
import { isRefusal, type Refusal } from '../../domain/event.ts';
import { seen } from '../../domain/invisible.ts';
import type { Person } from '../../domain/people.ts';
import type { Reply } from '../../flow/desk.ts';
import type { SeenInChannel } from '../../flow/in-channel.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { aside, contactFor } from './channel.ts';
import type { Address } from './connector.ts';
import type { Incoming } from './incoming.ts';
import type { OpenKit } from './kit.ts';
import { postForm } from './post-form.ts';
import { postView } from './post-view.ts';
import { renderNote } from './render.ts';
import { postReply } from './replying.ts';

export type Said = Extract<Incoming, { is: 'said' }>;

type Outcome = Reply | Refusal;

export async function carriedOut(kit: OpenKit, person: Person, said: Said): Promise<Outcome> {
  const { text, mark, conversation, learnt } = said;
  const source = { via: 'teams', ref: conversation } as const;
  return kit.desk.command(wordsIn(text), {
    by: person.id,
    source,
    ...(mark !== undefined && { once: mark }),
    ...(learnt && { learnt: [learnt] }),
  });
}

/** Without what people of Slack type before it, and “why me?” as the button says it. */
function wordsIn(text: string): string {
  return seen(text)
    .trim()
    .replace(/^\/?review(\s+|$)/i, '')
    .replace(/^why me\b\s*\??\s*/i, 'why ')
    .trim();
}

export async function say(kit: OpenKit, person: Person, said: Said, outcome: Outcome): Promise<void> {
  try {
    if (said.type === 'personal') await answer(kit, person, said, outcome);
    else await answerInChannel(kit, person, said, outcome);
  } catch (error) {
    // What Teams will never take would be refused as often as it asks again: a sentence may pass instead.
    if (!(error instanceof DeliveryFailed) || error.certainty !== 'not sent' || error.retryAfter !== undefined)
      throw error;
    kit.log.warn({ why: error.message }, 'Teams did not take an answer.');
    const done = !isRefusal(outcome) && outcome.reply === 'done' ? outcome.done.sentence : undefined;
    const sentence = `${done ? `${done} ` : ''}The answer could not be shown: ${error.message}.`;
    await tell(kit, threadOf(said), { sentence, refused: done === undefined });
  }
}

/** What anybody may ask for in a program's team channel; everybody there reads along. */
export async function seenThere(kit: OpenKit, { type, text, conversation }: Said): Promise<SeenInChannel | undefined> {
  if (type !== 'channel') return undefined;
  return kit.desk.seenInChannel({ text: wordsIn(text), place: { platform: 'teams', id: conversation } });
}

export async function showThere(kit: OpenKit, said: Said, { view, as }: SeenInChannel): Promise<void> {
  await postView(kit, { address: threadOf(said), contact: as }, { view });
}

export async function tell(
  kit: OpenKit,
  address: Address,
  note: { sentence: string; refused: boolean },
): Promise<void> {
  await postReply(kit, address, renderNote(note));
}

export function threadOf({ serviceUrl, thread }: Pick<Incoming, 'serviceUrl' | 'thread'>): Address {
  return { serviceUrl, conversation: thread };
}

async function answer(kit: OpenKit, person: Person, said: Said, reply: Outcome): Promise<void> {
  const address = { serviceUrl: said.serviceUrl, conversation: said.conversation };
  if (isRefusal(reply)) return tell(kit, address, { sentence: reply.sentence, refused: true });
  switch (reply.reply) {
    case 'view':
      return postView(kit, { address, contact: person.id }, { view: reply.view });
    case 'form':
      return postForm(kit, person, address, reply.form);
    case 'sentence':
      return tell(kit, address, { sentence: reply.sentence, refused: true });
    case 'done': {
      const { sentence, view } = reply.done;
      const note = { sentence, refused: false };
      return view ? postView(kit, { address, contact: person.id }, { view, note }) : tell(kit, address, note);
    }
    default:
      return reply satisfies never;
  }
}

async function answerInChannel(kit: OpenKit, person: Person, said: Said, reply: Outcome): Promise<void> {
  const address = threadOf(said);
  if (isRefusal(reply)) return tell(kit, address, { sentence: reply.sentence, refused: true });
  switch (reply.reply) {
    case 'view': {
      const contact = await contactFor(kit, reply.view, said.conversation);
      if (contact !== undefined) return postView(kit, { address, contact }, { view: reply.view });
      return tell(kit, address, await aside(kit, person, said, { view: reply.view }));
    }
    case 'form':
      return tell(kit, address, await aside(kit, person, said, { form: reply.form }));
    case 'sentence':
      return tell(kit, address, { sentence: reply.sentence, refused: true });
    case 'done':
      return tell(kit, address, { sentence: reply.done.sentence, refused: false });
    default:
      return reply satisfies never;
  }
}
