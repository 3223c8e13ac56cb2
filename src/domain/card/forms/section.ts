/** A whole section at once, prefilled: each prompt by itself, so that what is right is saved whatever the rest is. */
import type { ChecklistPrompt } from '../../checklist/checklist.ts';
import { promptOf } from '../../checklist/checklist.ts';
import { fits } from '../../checklist/fits.ts';
import { plainText } from '../../checklist/inline.ts';
import type { Answer } from '../../checklist/response.ts';
import { sectionTitle } from '../../checklist/section-path.ts';
import type { Refusal } from '../../event.ts';
import { isAsked } from '../../review/asked.ts';
import { mayAnswer } from '../../review/decide/answering.ts';
import { overFor } from '../../review/decide/refusals.ts';
import { currentAnswer, type Item } from '../../review/review.ts';
import type { Field, Form, FormRef, FormValues } from '../form.ts';
import { dueSentence } from '../head.ts';
import { pageOf } from '../paging.ts';
import { ownItems, you } from '../part.ts';
import { capital } from '../prompt-row.ts';
import { promptTitle } from '../prompt-text.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, lineIn, misfit, type Sent, showing } from '../sent.ts';
import { revisionOf } from './answering.ts';
import { confirmedIn, confirming, isUnconfirmed } from './confirming.ts';
import { detailAt } from './detail.ts';
import { responseFields } from './response-fields.ts';
import { readResponse } from './response-sent.ts';
import { sameWording } from './same-wording.ts';

type SectionRef = Extract<FormRef, { form: 'section' }>;

export function sectionForm(ref: SectionRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const over = overFor(rs.review);
  if (over) return over;
  const { entries, page, pages } = itemsOf(ref, scene, rs);
  if (entries.length === 0) return { refused: 'not yours', sentence: 'Nothing in this section is yours to answer.' };
  const title = sectionTitle(rs.checklist, ref.section);
  // What Slack takes as a title. Below it the section is not named again.
  const fitting = title.length <= 24;
  const seen = Object.fromEntries(entries.map((item) => [item.prompt, revisionOf(item)]));
  return {
    ref: { ...ref, page, seen },
    title: fitting ? title : 'Answer the section',
    lines: [
      [
        ...(fitting ? [] : [`${title}.`]),
        ...(pages > 1 ? [`Page ${page} of ${pages}.`] : []),
        dueSentence(scene, rs),
      ].join(' '),
      'What you leave empty stays open. What is right is saved even when something else is not.',
    ],
    fields: [...entries.flatMap((item) => fieldsOf(rs, item)), ...confirming(scene, rs)],
    submit: 'Save',
  };
}

export function sectionSent(
  ref: SectionRef,
  values: FormValues,
  { scene, rs }: { scene: Scene; rs: ReviewScene },
): Sent {
  const confirmed = confirmedIn(values, scene, rs);
  if (isUnconfirmed(confirmed)) return confirmed;
  const { entries, page, pages } = itemsOf(ref, scene, rs);
  const shown = ref.seen ?? Object.fromEntries(entries.map((item) => [item.prompt, revisionOf(item)]));
  const entered = Object.keys(values).flatMap((id) => (id.includes('/') ? [id.slice(0, id.indexOf('/'))] : []));
  const gone = entered.filter((id) => !(id in shown) && isOthers(rs.review.items.get(id), scene));
  const prompts = { ...Object.fromEntries(gone.map((id) => [id, 0])), ...shown };
  const sent = Object.entries(prompts).map(([id, revision]): Sent => {
    const item = rs.review.items.get(id);
    if (!item) return asks();
    const read = promptSent(ref, item, { values, revision, confirmed }, { scene, rs });
    const isEntered = read.intents.length + read.fields.length > 0;
    return isEntered && isOthers(item, scene) ? handedOver(item, values, { scene, rs }) : read;
  });
  const next = page < pages ? page + 1 : page;
  const all = { intents: sent.flatMap(({ intents }) => intents), fields: sent.flatMap(({ fields }) => fields) };
  if (ref.onCard) return all;
  return showing(all, { show: 'section', review: ref.review, section: ref.section, page: next });
}

function promptSent(
  ref: SectionRef,
  item: Item,
  { values, revision, confirmed }: Entered & { readonly confirmed: { confirmed?: true } },
  { scene, rs }: { scene: Scene; rs: ReviewScene },
): Sent {
  const { prompt } = item;
  const { review } = ref;
  if (ref.onCard && revision > 0)
    return detailAt(`${prompt}/detail`, values, { review, prompt, revision }, { scene, rs });
  const { answer, fields } = oneOf(promptOf(rs.checklist, prompt), item, { values, revision });
  if (!answer) return { intents: [], fields };
  return asks({ does: 'answer', review, prompt, revision, answer, ...confirmed });
}

function isOthers(item: Item | undefined, scene: Scene): boolean {
  return item !== undefined && item.owner !== scene.viewer;
}

/** Whoever may still answer it does so on somebody's behalf, and never unawares. */
function handedOver(item: Item, values: FormValues, { scene, rs }: { scene: Scene; rs: ReviewScene }): Sent {
  const prompt = promptOf(rs.checklist, item.prompt);
  const place = prompt.number ?? `“${promptTitle(prompt, 60)}”`;
  const field = Object.keys(values).find((id) => id.startsWith(`${item.prompt}/`) && lineIn(values, id) !== '');
  const owner = capital(you(scene, item.owner));
  const then = mayAnswer(rs.review, item, scene.viewer)
    ? 'Pass it on to them, or answer for them.'
    : 'Pass it on to them.';
  return misfit(
    field ?? `${item.prompt}/`,
    `${owner} owns ${place} now, so what you entered for it is not recorded. ${then}`,
  );
}

/** The viewer's own prompts of that page, as on the section's card; what is not asked now has no field. */
function itemsOf({ section, page }: SectionRef, scene: Scene, rs: ReviewScene) {
  const wanted = pageOf(ownItems(rs, scene.viewer, section), page);
  return { ...wanted, entries: wanted.entries.filter((item) => isAsked(rs.review, rs.checklist, item)) };
}

function fieldsOf(rs: ReviewScene, item: Item): readonly Field[] {
  const prompt = promptOf(rs.checklist, item.prompt);
  const given = currentAnswer(item)?.answer;
  const label = `${prompt.number ? `${prompt.number}. ` : ''}${plainText(prompt.text)}`;
  const place = prompt.number ? `${prompt.number}. ` : `${promptTitle(prompt, 60)}: `;
  const entering = { prefix: `${item.prompt}/`, label, place, owed: true, standards: rs.review.standards };
  return responseFields(prompt.answer, given?.status === 'answered' ? given.response : undefined, entering);
}

type Entered = { readonly values: FormValues; readonly revision: number };

/** An answer only where something was entered that is neither what the form showed nor what stands already. */
function oneOf(
  prompt: ChecklistPrompt,
  item: Item,
  { values, revision }: Entered,
): { answer?: Answer; fields: Sent['fields'] } {
  const prefix = `${prompt.id}/`;
  const { given, fields } = readResponse(prompt.answer, values, prefix);
  if (!given || fields.length > 0) return { fields };
  const shown = item.answers.find((one) => one.revision === revision)?.answer;
  const answer: Answer = {
    status: 'answered',
    response: given,
    ...(shown?.note && { note: shown.note }),
    evidence: shown?.evidence ?? [],
  };
  const standing = currentAnswer(item)?.answer;
  if ((shown && sameWording(shown, answer)) || (standing && sameWording(standing, answer))) return { fields: [] };
  const misfits = fits(prompt, answer).map(({ field, sentence }) => ({ field: `${prefix}${field}`, sentence }));
  return misfits.length > 0 ? { fields: misfits } : { answer, fields: [] };
}
