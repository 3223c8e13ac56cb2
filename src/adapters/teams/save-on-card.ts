/** What is entered on a card itself: saved there, and the card stays. */
import { isRefusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Actor } from '../../flow/desk.ts';
import type { Message } from '../../flow/ports/messages.ts';
import type { Sent } from './forms.ts';
import type { OpenKit } from './kit.ts';
import type { Rendered } from './render.ts';
import { showIn } from './showing.ts';
import { refOf, type Spot } from './spot.ts';
import { keptWith, ofForm, withPage } from './unsaved.ts';

export async function saveOnCard(
  kit: OpenKit,
  { person, ...by }: Actor & { person: Person },
  spot: Spot,
  { ref: form, values, shown }: Sent,
): Promise<Rendered> {
  const ref = refOf(spot);
  const there = ref && (await kit.messages.byRef(ref));
  const before = ofForm(form, there?.unsaved ?? {});
  const entered = shown ? withPage(before, values, shown) : values;
  const outcome = await kit.desk.submit(form, entered, by);
  if (isRefusal(outcome)) {
    const emptied = Object.keys(before).filter((id) => !(id in entered));
    const left = there && (await keptWith(kit, await without(kit, there, emptied), entered));
    const note = { sentence: outcome.sentence, refused: true };
    return showIn(kit, person, spot, { note, refusal: outcome, entered, there: left });
  }
  const left = there && (await without(kit, there, Object.keys(before)));
  const note = { sentence: outcome.sentence, refused: false };
  return showIn(kit, person, spot, { view: outcome.view, note, there: left, asOf: outcome.asOf });
}

async function without(kit: OpenKit, there: Message, dropped: readonly string[]): Promise<Message> {
  if (dropped.length === 0) return there;
  await kit.messages.keepUnsaved(there.ref, { dropped });
  const left = Object.entries(there.unsaved ?? {}).filter(([id]) => !dropped.includes(id));
  return { ...there, unsaved: Object.fromEntries(left) };
}
