/** What becomes of an activity that is known to come from Teams. Answered after the commit; the same one twice is one. */
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { type Answer, invokeAnswer } from './answer.ts';
import { readButtonData } from './button-data.ts';
import { pressInChannel } from './channel.ts';
import type { Incoming } from './incoming.ts';
import type { OpenKit } from './kit.ts';
import { who } from './people.ts';
import { markOfPress, type Pressed, press } from './presses.ts';
import { renderNote } from './render.ts';
import { postReply } from './replying.ts';
import { carriedOut, type Said, say, seenThere, showThere, tell, threadOf } from './says.ts';
import type { InvokeAnswer } from './transport.ts';
import { Turned } from './turned.ts';

export async function handle(kit: OpenKit, incoming: Incoming): Promise<InvokeAnswer | undefined> {
  switch (incoming.is) {
    case 'said':
      await answering(kit, () => heard(kit, incoming));
      return undefined;
    case 'pressed':
      if (incoming.as === 'invoke') return invokeAnswer(await pressed(kit, incoming));
      await answering(kit, () => pressedLongAgo(kit, incoming));
      return undefined;
    case 'unknown invoke':
      throw new Turned(400, 'Muster does not know this kind of request.');
    default:
      return undefined;
  }
}

/** First it is done, once by its own mark however often it comes; only then is the answer claimed, and not lost with it. */
async function heard(kit: OpenKit, said: Said): Promise<void> {
  const found = await who(kit, said);
  const there = await seenThere(kit, said);
  if (there) return kit.once(said.mark, () => showThere(kit, said, there));
  const reply = 'person' in found && (await carriedOut(kit, found.person, said));
  await kit.once(said.mark, async () => {
    if ('person' in found && reply) await say(kit, found.person, said, reply);
    else if ('stranger' in found) await tell(kit, threadOf(said), { sentence: found.asking, refused: true });
  });
}

/** What was asked is done by then. An answer that may have arrived is not said again; one that did not, when Teams asks again. */
async function answering(kit: OpenKit, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    kit.log.warn({ why: error.message }, 'Somebody in Teams may not have been answered.');
    if (error.certainty === 'not sent') throw new Turned(503, 'Muster could not answer in Teams just now.', error);
  }
}

async function pressed(kit: OpenKit, incoming: Pressed): Promise<Answer> {
  const at = kit.clock.now();
  const found = await who(kit, incoming);
  if ('stranger' in found) {
    const asks = readButtonData(incoming.data)?.press === 'show';
    return { sentence: asks ? found.asking : found.stranger };
  }
  return incoming.type === 'personal'
    ? press(kit, found.person, { ...incoming, at })
    : pressInChannel(kit, found.person, incoming);
}

/** From a client that knows no Action.Execute: it gets no answer in place, so the message is changed instead. */
async function pressedLongAgo(kit: OpenKit, incoming: Pressed): Promise<void> {
  const answer = await pressed(kit, incoming);
  const { serviceUrl, conversation, card: message } = incoming;
  const rendered = 'sentence' in answer ? renderNote({ ...answer, refused: false }) : answer;
  if ('card' in answer && message !== undefined && incoming.type === 'personal') {
    // What the press puts there is not put there twice, nor out of turn. What takes longer still comes.
    if (answer.kept) return kit.keeping.idle({ platform: 'teams', conversation, message });
    await kit.connector.update({ serviceUrl, conversation, message }, rendered.card, rendered.summary);
    return;
  }
  await kit.once(markOfPress(incoming), async () => {
    await postReply(kit, threadOf(incoming), rendered);
  });
}
