/** Shows what came of an act where it was done. */
import { isDeepStrictEqual } from 'node:util';
import type { FormValues } from '../../domain/card/form.ts';
import { changesInPlace } from '../../domain/card/in-place.ts';
import { markOf } from '../../domain/card/mark.ts';
import type { View } from '../../domain/card/view.ts';
import type { Refusal } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import { millisecondsOf } from '../../domain/time/instant.ts';
import type { AsOf } from '../../flow/ports/event-store.ts';
import type { Standing } from '../../flow/ports/messages.ts';
import { typedIn } from './field-values.ts';
import { hold, letGo } from './holding.ts';
import { keepCurrent } from './keep-current.ts';
import type { OpenKit } from './kit.ts';
import { ownRow } from './own-row.ts';
import { replyWith } from './post-view.ts';
import { type Rendered, render, renderNote } from './render.ts';
import type { Note } from './render-note.ts';
import { refOf, type Spot } from './spot.ts';
import { toldOfEntered } from './told-of-entered.ts';
import { keptWith } from './unsaved.ts';

export type Shown = {
  readonly view?: View | undefined;
  readonly note?: Note;
  /** What was entered on the card while something else was pressed there. */
  readonly typed?: FormValues;
  /** The prompts that were answered by pressing it. */
  readonly answered?: readonly string[];
  /** What was entered on the card and not taken, and why. */
  readonly entered?: FormValues;
  readonly refusal?: Refusal;
  /** What it shows at least. */
  readonly asOf?: AsOf | undefined;
};

export async function showIn(kit: OpenKit, person: Person, spot: Spot, shown: Shown): Promise<Rendered> {
  const there = await standing(kit, person, spot, shown);
  const { view, note } = shown;
  const now = view ?? there?.view;
  if (!now) return nothingThere(kit, spot, shown);
  const unsaved = shown.entered ?? there?.unsaved ?? shown.typed;
  if (there && !changesInPlace(there.view, now)) {
    const failed = await replyWith(kit, person, spot, now);
    const said = { ...shown, ...(failed && { note: beside(note, failed) }) };
    return drawn(kit, person, spot, { ...said, unsaved, view: there.view, part: there.part, mark: there.mark });
  }
  const same = there && isDeepStrictEqual(there.view, now);
  if (view && there && !same) await kit.messages.show(there.ref, view);
  return drawn(kit, person, spot, {
    ...shown,
    unsaved,
    view: now,
    part: same ? there.part : undefined,
    mark: there?.mark,
  });
}

/** The message's row with what was just entered there. Where it is not known, it is theirs as what is shown now. */
async function standing(kit: OpenKit, person: Person, spot: Spot, shown: Shown): Promise<Standing | undefined> {
  const ref = refOf(spot);
  if (!ref) return undefined;
  const known = await ownRow(kit, person, spot);
  if (known) return keptWith(kit, known, shown.typed);
  if (!shown.view) return undefined;
  const added = { ref, contact: person.id, view: shown.view, at: kit.clock.now() };
  await kit.messages.add(added);
  return keptWith(kit, added, shown.typed);
}

/** Whatever was entered there has no other place any more. */
async function nothingThere(kit: OpenKit, spot: Spot, { note = nothing, typed = {} }: Shown): Promise<Rendered> {
  await letGo(kit, refOf(spot), spot.pressed);
  return renderNote({ ...note, typed: [...(note.typed ?? []), ...typedIn(typed)] });
}

const nothing: Note = { sentence: 'There is nothing to show here any more.', refused: true };

/** What was recorded stays said first. */
function beside(note: Note | undefined, failed: string): Note {
  return note && !note.refused
    ? { ...note, sentence: `${note.sentence} ${failed}` }
    : { sentence: failed, refused: true };
}

type Drawn = Pick<Shown, 'note' | 'refusal' | 'answered' | 'asOf'> & {
  readonly view: View;
  readonly part?: number | undefined;
  /** The form its message stands in, as far as it is known. */
  readonly mark?: string | undefined;
  readonly unsaved: FormValues | undefined;
};

/** What is answered is seen until the client forgets it, so the message itself is made the same. */
async function drawn(kit: OpenKit, person: Person, spot: Spot, shown: Drawn): Promise<Rendered> {
  const ref = refOf(spot);
  const { view, refusal, answered, unsaved = {} } = shown;
  const card = await kit.desk.card(view, person.id, shown.asOf);
  const part = refusal ? undefined : shown.part;
  const told = shown.note && toldOfEntered(card, { note: shown.note, refusal, answered, entered: unsaved });
  const { note, entered = unsaved, over = [] } = told ?? {};
  const rendered = render({
    card,
    entered,
    ...(part !== undefined && { part }),
    ...(note && { note }),
    ...(refusal && { refusal }),
  });
  if (!ref) return rendered;
  const { pressed, older, address } = spot;
  if (over.length > 0) await kit.messages.keepUnsaved(ref, { dropped: over });
  // What is wrong is mended in the fields as they stand now: nothing is put over them, unless something was already, or they stand
  // on a card that is older than what was refused.
  const stands = () => refusal !== undefined || shown.mark === markOf(card);
  if (note?.refused && card.form && stands() && !(await hold(kit, ref, undefined, pressed))) return rendered;
  const { now } = kit.clock;
  const seen = millisecondsOf(now());
  const late = () => !older && millisecondsOf(now()) - seen > soon;
  const { serviceUrl } = address;
  const how = { note, refusal, pressed, late, serviceUrl, isSeenOnlyThere: older === true };
  kit.keeping.add(ref, (among) => keepCurrent(kit, ref, { ...how, ...among }));
  return { ...rendered, kept: true };
}

/** By then somebody may have begun to write on the card, and a message that changes forgets what is in its fields. */
const soon = 3_000;
