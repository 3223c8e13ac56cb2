/** What is done in a channel, where everybody reads along: counts may be shown there, all else goes to the person's own chat. */
import type { FormRef } from '../../domain/card/form.ts';
import type { View } from '../../domain/card/view.ts';
import type { ContactId } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { DeliveryFailed } from '../../flow/ports/messenger.ts';
import { addressOf, writeTo } from './addresses.ts';
import type { Answer } from './answer.ts';
import { readButtonData } from './button-data.ts';
import { whenAgain } from './failures.ts';
import type { OpenKit } from './kit.ts';
import { saidToThem } from './out-of-reach.ts';
import { postForm } from './post-form.ts';
import { postView } from './post-view.ts';
import { actorOf, carryOut, markOfPress, type Pressed, unknownButton } from './presses.ts';

export async function pressInChannel(kit: OpenKit, person: Person, pressed: Pressed): Promise<Answer> {
  const press = { mark: markOfPress(pressed) };
  const carried = readButtonData(pressed.data);
  switch (carried?.press) {
    case 'intent': {
      const { note, view } = await carryOut(kit, actorOf(person, pressed, press.mark), carried.intent);
      const there = view && (await aside(kit, person, press, { view }));
      return { sentence: there ? `${note.sentence} ${there.sentence}` : note.sentence };
    }
    case 'show':
      return aside(kit, person, press, { view: carried.view });
    case 'form':
      return aside(kit, person, press, { form: carried.form });
    default:
      return { sentence: unknownButton };
  }
}

type Told = { readonly sentence: string; readonly refused: boolean };
type Marked = { readonly mark?: string | undefined };
type Aside = { readonly view: View } | { readonly form: FormRef };

/** Resolves with what to say where it was asked for. */
export async function aside(kit: OpenKit, person: Person, { mark }: Marked, shown: Aside): Promise<Told> {
  try {
    await kit.once(mark && `${mark}/aside`, () =>
      writeTo(
        { person },
        () => addressOf(kit, { person }),
        async (address) => {
          if ('view' in shown) await postView(kit, { address, contact: person.id }, shown);
          else await postForm(kit, person, address, shown.form);
        },
      ),
    );
    return { sentence: 'It is in your own chat with Muster.', refused: false };
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    kit.log.warn({ why: error.message }, 'Somebody asked in a channel and could not be written to.');
    return { sentence: `This is for you alone, and ${notThere(error)}`, refused: true };
  }
}

function notThere(error: DeliveryFailed): string {
  const { certainty, message: why } = error;
  switch (certainty) {
    case 'not sent':
      return `Muster could not write to you: ${why}. Nothing was sent; ask again ${whenAgain(error)}.`;
    case 'uncertain':
      return `it may have arrived: ${why}. Look into your own chat with Muster before you ask again.`;
    case 'unreachable':
      return `Muster could not write to you: ${saidToThem(why)}`;
    default:
      return certainty satisfies never;
  }
}

const forEverybody: ReadonlySet<View['show']> = new Set(['status', 'report', 'sign-off', 'help']);

/** For whom it is drawn when everybody may see it there: only a review's own team channel sees its counts. */
export async function contactFor(kit: OpenKit, view: View, channel: string): Promise<ContactId | undefined> {
  if (!forEverybody.has(view.show)) return undefined;
  if (!('review' in view)) return channel;
  const review = await kit.store.current({ kind: 'review', id: view.review });
  if (!review) return undefined;
  const program = await kit.store.current({ kind: 'program', id: review.state.programId });
  const home = program?.state.settings.channel;
  return home?.platform === 'teams' && home.id === channel ? review.state.channel : undefined;
}
