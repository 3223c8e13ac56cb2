/** What is entered on a card itself: saved there, and the card stays. */
import type { FormValues } from '../../domain/card/form.ts';
import { isRefusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Actor } from '../../flow/desk.ts';
import type { Sent } from './forms.ts';
import type { OpenKit } from './kit.ts';
import { ownRow } from './own-row.ts';
import type { Rendered } from './render.ts';
import { promptIn } from './render-fields.ts';
import { showIn } from './showing.ts';
import type { Spot } from './spot.ts';
import { keptWith, ofForm, without, withPage } from './unsaved.ts';

export async function saveOnCard(
  kit: OpenKit,
  { person, ...by }: Actor & { person: Person },
  spot: Spot,
  { ref: form, values, shown }: Sent,
): Promise<Rendered> {
  const there = await ownRow(kit, person, spot);
  const before = there?.unsaved ?? {};
  const own = Object.keys(ofForm(form, before));
  // On a card older than what was entered it stood nowhere: it is neither saved nor emptied.
  const isUnseen = (id: string) => own.includes(id) && !(id in values) && (!shown || shown.includes(id));
  // Where all of the form stands on the card, what it does not bring was emptied there.
  const others = shown ? before : lessOf(before, (id) => own.includes(id));
  const entered = withPage(others, values, shown ?? []);
  const outcome = await kit.desk.submit(form, entered, by);
  if (isRefusal(outcome)) {
    const isSaved = (id: string) => outcome.saved?.includes(promptIn({ id })) === true;
    const left = lessOf(entered, isSaved);
    const emptied = Object.keys(before).filter((id) => !(id in left || isUnseen(id)));
    if (there) await keptWith(kit, await without(kit, there, emptied), lessOf(left, isUnseen));
    const note = { sentence: outcome.sentence, refused: true };
    return showIn(kit, person, spot, { note, refusal: outcome, entered: left });
  }
  const saved = own.filter((id) => !isUnseen(id));
  if (there) await without(kit, there, saved);
  const note = { sentence: outcome.sentence, refused: false };
  return showIn(kit, person, spot, { view: outcome.view, note, asOf: outcome.asOf });
}

function lessOf(values: FormValues, isLess: (id: string) => boolean): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([id]) => !isLess(id)));
}
