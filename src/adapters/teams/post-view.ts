/** A view in a message of its own, which is kept current from then on. */
import { markOf } from '../../domain/card/mark.ts';
import type { View } from '../../domain/card/view.ts';
import type { ContactId } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import type { Address } from './connector.ts';
import { whenAgain } from './failures.ts';
import { hold } from './holding.ts';
import type { OpenKit } from './kit.ts';
import { noting } from './noting.ts';
import { render } from './render.ts';
import type { Note } from './render-note.ts';
import { postReply } from './replying.ts';
import type { Spot } from './spot.ts';
import { outOfThread } from './thread.ts';

export type PostedTo = { readonly address: Address; readonly contact: ContactId };
export type Posted = { readonly view: View; readonly note?: Note };

export async function postView(kit: OpenKit, { address, contact }: PostedTo, { view, note }: Posted): Promise<void> {
  const card = await kit.desk.card(view, contact);
  const rendered = render({ card, ...(note && { note }) });
  const message = await postReply(kit, address, rendered);
  const conversation = outOfThread(address.conversation);
  const ref = { platform: 'teams', conversation, message } as const;
  await noting(kit, async () => {
    await kit.messages.add({ ref, contact, view, at: kit.clock.now(), mark: markOf(card) });
    if (card.form) await hold(kit, ref);
  });
}

/** Once for each press however often Teams delivers it. What was pressed is done, also when this fails: then it resolves with why. */
export async function replyWith(kit: OpenKit, person: Person, spot: Spot, view: View): Promise<string | undefined> {
  try {
    await kit.once(spot.mark && `${spot.mark}/reply`, async () => {
      await postView(kit, { address: spot.address, contact: person.id }, { view });
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    kit.log.warn({ why: error.message }, 'What somebody asked to see could not be posted in Teams.');
    return error.certainty === 'uncertain'
      ? `What was to be shown may have arrived: ${error.message}. Look below before you press again.`
      : `This could not be shown: ${error.message}. Press it again ${whenAgain(error)}.`;
  }
}
