/** An owner hands prompts to somebody else; the lead reassigns any, for this review or from now on. */
import type { Refusal } from '../../event.ts';
import { mayHandOver } from '../../review/decide/owning.ts';
import { overFor } from '../../review/decide/refusals.ts';
import type { Item } from '../../review/review.ts';
import type { Field, Form, FormRef, FormValues } from '../form.ts';
import { stillOpen } from '../part.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, lineIn, type Sent, tickIn } from '../sent.ts';
import { count } from '../times.ts';
import { itemsMeant, meantLines, movableBy, peopleField, reasonField, sectionsField } from './prompts-of.ts';
import { wordsIn } from './response-sent.ts';

type HandOverRef = Extract<FormRef, { form: 'hand over' | 'reassign' }>;

export function handOverForm(ref: HandOverRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const over = overFor(rs.review);
  if (over) return over;
  const movable = movableIn(ref, scene, rs);
  const items = itemsMeant(ref, movable);
  const chosen = ref.section !== undefined || ref.prompt !== undefined;
  if (movable.length === 0 || (chosen && items.length === 0)) return refusal(ref, scene, rs);
  const owners = new Set((chosen ? items : movable).map(({ owner }) => owner));
  const reassigns = ref.form === 'reassign';
  const lasting: Field = {
    id: 'lasting',
    label: 'From now on',
    hint: 'In later reviews too, not only in this one.',
    optional: true,
    input: 'tick',
  };
  return {
    ref,
    title: reassigns ? 'Reassign' : 'Hand over',
    lines: [
      ...ownerLines(ref, scene, movable),
      ...meantLines(ref, rs, items),
      'Answers already given stay as they are, with the name of who gave them.',
    ],
    fields: [
      ...sectionsField(ref, rs, movable),
      peopleField(scene, rs, owners.size === 1 ? [...owners] : []),
      ...(reassigns ? [lasting] : []),
      reasonField,
    ],
    submit: reassigns ? 'Reassign' : 'Hand over',
  };
}

export function handOverSent(
  ref: HandOverRef,
  values: FormValues,
  { scene, rs }: { scene: Scene; rs: ReviewScene },
): Sent {
  const prompts = itemsMeant(ref, movableIn(ref, scene, rs), values).map(({ prompt }) => prompt);
  const to = lineIn(values, 'to');
  const reason = wordsIn(values, 'reason');
  const tooLong = (reason?.text?.length ?? 0) > 1_000;
  const fields = [
    ...(prompts.length > 0 ? [] : [{ field: 'sections', sentence: 'Choose at least one section.' }]),
    ...(scene.people.has(to) ? [] : [{ field: 'to', sentence: 'Choose a person.' }]),
    ...(tooLong ? [{ field: 'reason', sentence: 'This is longer than 1000 characters. Shorten it.' }] : []),
  ];
  if (fields.length > 0) return { intents: [], fields };
  const given = { review: ref.review, prompts, to, ...(reason && { reason }) };
  if (ref.form === 'hand over') return asks({ does: 'hand over', ...given });
  return asks({ does: 'reassign', ...given, lasting: tickIn(values, 'lasting') });
}

function ownerLines(ref: HandOverRef, { people }: Scene, movable: readonly Item[]): readonly string[] {
  if (ref.form !== 'reassign' || ref.owner === undefined) return [];
  return [`${count(movable.length, 'prompt')} of ${people.get(ref.owner)?.name ?? 'a former member'} unanswered.`];
}

/** What they own comes first: only who owns nothing gives away what they are accountable for. */
function movableIn(ref: HandOverRef, scene: Scene, rs: ReviewScene): readonly Item[] {
  if (ref.form === 'reassign') {
    const waiting = ref.owner === undefined ? undefined : new Set(stillOpen(rs, ref.owner));
    return movableBy(rs, (item) => rs.review.lead === scene.viewer && (waiting?.has(item) ?? true));
  }
  const may = movableBy(rs, (item) => mayHandOver(rs.review, item, scene.viewer));
  const own = may.filter(({ owner }) => owner === scene.viewer);
  const meant = itemsMeant(ref, own).length > 0 || (ref.section === undefined && ref.prompt === undefined);
  return own.length > 0 && meant ? own : may;
}

function refusal(ref: HandOverRef, scene: Scene, rs: ReviewScene): Refusal {
  const lead = scene.people.get(rs.review.lead)?.name ?? 'The review lead';
  if (ref.form === 'reassign' && ref.owner !== undefined && rs.review.lead === scene.viewer)
    return { refused: 'not possible', sentence: 'Nothing of theirs is open any more.' };
  if (ref.form === 'reassign')
    return { refused: 'not yours', sentence: `${lead} leads this review and reassigns its prompts.` };
  return { refused: 'not yours', sentence: `None of this is yours to hand over. ${lead} can reassign it.` };
}
