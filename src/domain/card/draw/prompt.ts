/** One prompt with everything about it: history, what is good, evidence asked, mappings, and what is related. */

import { type ChecklistPrompt, promptOf } from '../../checklist/checklist.ts';
import { severityOf } from '../../checklist/severity.ts';
import { givenAt } from '../../review/carry.ts';
import { mayJudge } from '../../review/decide/judging.ts';
import { mayHandOver } from '../../review/decide/owning.ts';
import { currentAnswer, type Item, isOpen } from '../../review/review.ts';
import { isLastApprover } from '../../review/sign-off.ts';
import { open, show } from '../action.ts';
import { answerInShort, answerInWords, quoted } from '../answer-in-words.ts';
import type { Action, Card, Row } from '../card.ts';
import { frameworkName } from '../framework-name.ts';
import { dueSentence, head } from '../head.ts';
import { promptsPerPage } from '../paging.ts';
import { oversees, sectionItems, you } from '../part.ts';
import type { Placed } from '../placed.ts';
import { promptActions, seen } from '../prompt-actions.ts';
import { howGiven, promptRow, withOutcome } from '../prompt-row.ts';
import { placeOf, promptTitle } from '../prompt-text.ts';
import { redactable } from '../redactable.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { age } from '../times.ts';
import type { View } from '../view.ts';
import { noPartCard } from './no-part.ts';

type InReview = Placed & { readonly rs: ReviewScene };
type PromptView = Extract<View, { show: 'prompt' }>;

export function promptCard(view: PromptView, scene: Scene, rs: ReviewScene): Card {
  const item = rs.review.items.get(view.prompt);
  if (!item || !maySee(rs, item, scene.viewer)) return notYours(scene, rs);
  const placed = { scene, rs, item };
  const prompt = promptOf(rs.checklist, item.prompt);
  const place = placeOf(prompt, rs.checklist);
  const careful = isLastApprover(rs.review, scene.viewer);
  const own = promptActions(placed, careful).filter(({ press }) => press.press !== 'show');
  return {
    ...head(scene, rs, `${place}. ${dueSentence(scene, rs)}`),
    rows: [
      promptRow(placed, own),
      ...facts(placed, prompt),
      ...handedOver(placed),
      ...history(placed, prompt),
      ...mappings(prompt),
      ...related(rs, prompt),
    ],
    actions: actions(placed, back(view, placed)),
    summary: `${place}: ${promptTitle(prompt)}`,
  };
}

function maySee({ review }: ReviewScene, item: Item, viewer: string): boolean {
  const had = review.handovers.some(({ from, prompts }) => from === viewer && prompts.includes(item.prompt));
  return (
    item.owner === viewer ||
    item.judge === viewer ||
    oversees(review, viewer) ||
    review.accountable[item.section] === viewer ||
    had
  );
}

function notYours(scene: Scene, rs: ReviewScene): Card {
  const sentence = 'This prompt is not yours to see in this review.';
  return { ...noPartCard(scene, rs), ...head(scene, rs, sentence), summary: sentence };
}

function facts({ rs, scene, item }: InReview, prompt: ChecklistPrompt): readonly Row[] {
  const fact = (label: string, value: string): Row => ({ row: 'fact', label, value });
  return [
    fact('A good answer', prompt.good),
    fact(prompt.evidence.need === 'required' ? 'Evidence, required' : 'Evidence, welcome', prompt.evidence.accepted),
    fact('Owner', you(scene, item.owner)),
    fact('Severity', severityOf(prompt, rs.review.standards)),
    fact('Asked', `${often[prompt.frequency]}${prompt.changes ? `, and when this changes: ${prompt.changes}` : ''}`),
  ];
}

const often = {
  monthly: 'every month',
  quarterly: 'every quarter',
  'semi-annual': 'twice a year',
  annual: 'once a year',
} as const;

function history(placed: Placed, prompt: ChecklistPrompt): readonly Row[] {
  const { scene, item } = placed;
  const earlier = item.answers.slice(0, -1).toReversed();
  const rows = earlier.map((given): Row => {
    const { label, detail } = answerInWords(given.answer, prompt);
    const words = detail.flatMap((spans) => [{ text: ' ' }, ...spans]);
    return { row: 'text', text: [{ text: label, strong: true }, { text: `, ${howGiven(placed, given)}` }, ...words] };
  });
  const { last } = item;
  const before = last && {
    row: 'fact' as const,
    label: `Last review, ${age(givenAt(last), scene)}`,
    value: `${withOutcome(answerInShort(last.answer, prompt), last.outcome)}, ${you(scene, last.by)}`,
  };
  const all = [...rows, ...(before ? [before] : [])];
  return all.length > 0 ? [{ row: 'heading', text: 'Earlier answers' }, ...all] : [];
}

/** Why it is with whom it is now, in the words of who gave it away. */
function handedOver({ scene, rs, item }: InReview): readonly Row[] {
  const rows = rs.review.handovers
    .filter(({ prompts }) => prompts.includes(item.prompt))
    .map(({ from, to, at, reason }): Row => {
      const who = `From ${you(scene, from)} to ${you(scene, to)}, ${age(at, scene)}${reason ? ': ' : '.'}`;
      return { row: 'text', text: [{ text: who }, ...(reason ? quoted(reason) : [])] };
    });
  return rows.length > 0 ? [{ row: 'heading', text: 'Handed over' }, ...rows] : [];
}

function mappings({ controls }: ChecklistPrompt): readonly Row[] {
  if (controls.length === 0) return [];
  const rows = controls.map(({ framework, version, ids, judgement }): Row => {
    const said = ids.map((id) => (judgement.includes(id) ? `${id} (our judgement)` : id));
    return { row: 'fact', label: `${frameworkName(framework)} ${version}`, value: said.join(', ') };
  });
  return [{ row: 'heading', text: 'Maps to' }, ...rows];
}

function related(rs: ReviewScene, prompt: ChecklistPrompt): readonly Row[] {
  const others = rs.checklist.prompts.filter(({ id }) => prompt.related.includes(id) && rs.review.items.has(id));
  if (others.length === 0) return [];
  const actions = others.map((other) =>
    show(
      placeOf(other, rs.checklist),
      { show: 'prompt', review: rs.review.id, prompt: other.id },
      { about: promptTitle(other) },
    ),
  );
  return [
    { row: 'heading', text: 'Related' },
    { row: 'actions', actions },
  ];
}

/** On the page where it stands, of the section as one saw it. */
function back(view: PromptView, { scene, rs, item }: InReview): Action {
  const { review } = view;
  const { section } = item;
  const stands = (whole?: true) =>
    sectionItems(rs, scene.viewer, { section, ...(whole && { whole }) }).findIndex(
      ({ prompt }) => prompt === item.prompt,
    );
  const own = stands();
  const whole = view.whole === true || own < 0;
  const at = Math.max(whole ? stands(true) : own, 0);
  const page = Math.floor(at / promptsPerPage) + 1;
  return show('Back to the section', { show: 'section', review, section, page, ...(whole && { whole: true }) });
}

function actions({ scene, rs, item }: InReview, toSection: Action): readonly Action[] {
  const ref = { review: rs.review.id, prompt: item.prompt };
  const opened = isOpen(rs.review);
  const leads = rs.review.lead === scene.viewer;
  const judges = currentAnswer(item) && rs.review.status !== 'lapsed' && mayJudge(rs.review, item, scene.viewer);
  return [
    ...(judges ? [open('Judge', { form: 'judge', review: rs.review.id, ...seen(item) })] : []),
    ...(opened && mayHandOver(rs.review, item, scene.viewer) ? [open('Hand over', { form: 'hand over', ...ref })] : []),
    ...(opened && leads ? [open('Reassign', { form: 'reassign', ...ref })] : []),
    ...(leads && redactable(item, rs.review).length > 0 ? [open('Redact words', { form: 'redact', ...ref })] : []),
    ...(leads ? [open('Ask again next time', { form: 'note change', ...ref })] : []),
    toSection,
  ];
}
