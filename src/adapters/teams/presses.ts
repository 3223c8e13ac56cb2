/** A press of a button in a personal chat: recorded first, then answered with the card as it stands. */
import { hash } from 'node:crypto';
import type { FormValues } from '../../domain/card/form.ts';
import { confirmed, type Intent } from '../../domain/card/intent.ts';
import { isRefusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Actor } from '../../flow/desk.ts';
import { readButtonData } from './button-data.ts';
import { typedIn, valuesIn } from './field-values.ts';
import { leafForm, openForm, sendForm } from './forms.ts';
import type { Incoming } from './incoming.ts';
import type { OpenKit } from './kit.ts';
import { ownRow } from './own-row.ts';
import type { Rendered } from './render.ts';
import type { Note } from './render-note.ts';
import { saveOnCard } from './save-on-card.ts';
import { type Shown, showIn } from './showing.ts';
import type { Spot } from './spot.ts';

export type Pressed = Extract<Incoming, { is: 'pressed' }>;

export const unknownButton =
  'Muster does not know this button; it may be from an earlier version. Write “mine” to see what waits for you.';

export async function press(
  kit: OpenKit,
  person: Person,
  { at, ...pressed }: Pressed & { readonly at: Instant },
): Promise<Rendered> {
  const { serviceUrl, conversation, card, data, as } = pressed;
  const address = { serviceUrl, conversation };
  const mark = markOfPress(pressed);
  const spot: Spot = { address, card, mark, pressed: at, older: as === 'message' };
  const carried = readButtonData(data);
  const values = valuesIn(data);
  if (!carried) {
    return showIn(kit, person, spot, { note: { sentence: unknownButton, refused: true, typed: typedIn(values) } });
  }
  switch (carried.press) {
    case 'intent': {
      const done = await carryOut(kit, actorOf(person, pressed, mark), carried.intent);
      return showIn(kit, person, spot, { ...done, typed: values, answered: answeredBy(carried.intent) });
    }
    case 'show':
      return showIn(kit, person, spot, { view: carried.view, typed: values });
    case 'turn':
      return turn(kit, person, spot, { part: carried.part, typed: values });
    case 'form':
      return openForm(kit, person, spot, { ref: carried.form, typed: values });
    case 'send':
      return sendForm(kit, { ...actorOf(person, pressed, mark), person }, spot, {
        ref: carried.form,
        values,
        shown: carried.shown,
      });
    case 'save':
      return saveOnCard(kit, { ...actorOf(person, pressed, mark), person }, spot, {
        ref: carried.form,
        values,
        shown: carried.shown,
      });
    case 'leaf':
      return leafForm(kit, person, spot, { ref: carried.form, values, shown: carried.shown, to: carried.to });
    case 'back':
      return showIn(kit, person, spot, {});
    default:
      return carried satisfies never;
  }
}

function answeredBy(intent: Intent): readonly string[] {
  switch (intent.does) {
    case 'answer':
      return [intent.prompt];
    case 'answer as last time':
      return intent.prompts.map(({ prompt }) => prompt);
    default:
      return [];
  }
}

type Turned = { readonly part: number; readonly typed: FormValues };

async function turn(kit: OpenKit, person: Person, spot: Spot, { part, typed }: Turned): Promise<Rendered> {
  const there = await ownRow(kit, person, spot);
  if (there) await kit.messages.turnTo(there.ref, part);
  return showIn(kit, person, spot, { typed });
}

export async function carryOut(kit: OpenKit, actor: Actor, intent: Intent): Promise<Shown & { readonly note: Note }> {
  const outcome = await kit.desk.record(intent, actor);
  const refused = isRefusal(outcome);
  const again = refused && outcome.refused === 'needs confirmation' ? confirmed(intent) : undefined;
  const confirm = again && ({ press: 'intent', intent: again } as const);
  const note = { sentence: outcome.sentence, refused, ...(confirm && { confirm }) };
  if (refused) return { note };
  const { view, asOf } = outcome;
  return { note, ...(view && { view }), ...(asOf && { asOf }) };
}

export function actorOf(person: Person, pressed: Pressed, mark: string | undefined): Actor {
  const { conversation, card, learnt } = pressed;
  const ref = card === undefined ? conversation : `${conversation}/${card}`;
  const source = { via: 'teams', ref } as const;
  return { by: person.id, source, ...(learnt && { learnt: [learnt] }), ...(mark !== undefined && { once: mark }) };
}

/** The activity's own mark, with what was pressed and entered: a client may send its id twice for two presses. */
export function markOfPress({ mark, data }: Pressed): string | undefined {
  return mark && `${mark}/${hash('sha256', JSON.stringify(data ?? null), 'base64url').slice(0, 22)}`;
}
