/** The closed review: outcome by section, what falls short, what nobody answered, what changed; and the sign-off. */
import { promptOf } from '../../checklist/checklist.ts';
import { severityOf } from '../../checklist/severity.ts';
import { type Item, isOpen } from '../../review/review.ts';
import { type Finding, type Summary, summarise } from '../../review/summary.ts';
import type { Change } from '../../review/summary-changes.ts';
import { show } from '../action.ts';
import { answerInWords } from '../answer-in-words.ts';
import type { Card, Row } from '../card.ts';
import { dueSentence, head, soFar } from '../head.ts';
import { you } from '../part.ts';
import { outcomeInWords, withOutcome } from '../prompt-row.ts';
import { placeOf, promptTitle } from '../prompt-text.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { proof } from './channel.ts';
import { findingsInWords, outcomeRows, progressOf, sectionRows, severityRows, tallyInWords } from './tally-rows.ts';

export function reportCard(scene: Scene, rs: ReviewScene): Card {
  const summary = summarise(rs.review, rs.checklist);
  const review = rs.review.id;
  const first = isOpen(rs.review) ? `${soFar} ` : '';
  return {
    ...head(scene, rs, `${first}${dueSentence(scene, rs)}`),
    progress: progressOf(summary),
    rows: [
      ...outcomeRows(summary),
      { row: 'heading', text: 'By section' },
      ...sectionRows(summary, () => undefined),
      { row: 'heading', text: 'By severity' },
      ...severityRows(summary),
      ...details(scene, rs, summary),
      ...proof(rs),
      { row: 'text', text: [{ text: 'This is a self-assessment and no audit opinion.' }] },
    ],
    actions: [
      ...(rs.review.closed ? [show('Sign-off', { show: 'sign-off', review })] : []),
      show('State', { show: 'status', review }),
    ],
    summary: `${rs.review.title}: ${tallyInWords(summary)}. ${dueSentence(scene, rs)}`,
  };
}

function details(scene: Scene, rs: ReviewScene, summary: Summary): readonly Row[] {
  return [
    ...headed(`Falls short (${findingsInWords(summary)})`, summary.findings, (finding) => short(scene, rs, finding)),
    ...list('Nobody answered', summary.open, (item) => unanswered(scene, rs, item)),
    ...list('To be judged', summary.unjudged, (item) => ({
      row: 'text',
      text: [{ text: named(rs, item) }],
      tone: 'to be judged',
    })),
    ...list('Changed since last time', summary.changes, (change) => changed(rs, change)),
  ];
}

function list<T>(title: string, entries: readonly T[], row: (entry: T) => Row): readonly Row[] {
  return headed(`${title} (${entries.length})`, entries, row);
}

function headed<T>(heading: string, entries: readonly T[], row: (entry: T) => Row): readonly Row[] {
  return entries.length > 0 ? [{ row: 'heading', text: heading }, ...entries.map(row)] : [];
}

function short(scene: Scene, rs: ReviewScene, { item, same }: Finding): Row {
  const prompt = promptOf(rs.checklist, item.prompt);
  const also = same.map((other) => placeOf(promptOf(rs.checklist, other.prompt), rs.checklist));
  const beside = [severityOf(prompt, rs.review.standards), `owned by ${you(scene, item.owner)}`];
  const found = also.length > 0 ? [`also ${also.join(', ')}`] : [];
  return {
    row: 'text',
    text: [{ text: `${named(rs, item)} (${[...beside, ...found].join(', ')})` }],
    tone: 'falls short',
  };
}

function unanswered(scene: Scene, rs: ReviewScene, item: Item): Row {
  return {
    row: 'text',
    text: [{ text: `${named(rs, item)} (owned by ${you(scene, item.owner)})` }],
    tone: 'unanswered',
  };
}

function changed(rs: ReviewScene, { item, before, now }: Change): Row {
  const prompt = promptOf(rs.checklist, item.prompt);
  const [was, is] = [answerInWords(before.answer, prompt).label, answerInWords(now.answer, prompt).label];
  const same = was === is;
  const said = same
    ? `${outcomeInWords(before.outcome)} before, ${outcomeInWords(now.outcome)} now`
    : `${withOutcome(was, before.outcome)} before, ${withOutcome(is, now.outcome)} now`;
  return { row: 'text', text: [{ text: `${named(rs, item)} ` }, { text: said, strong: true }], tone: now.outcome };
}

function named(rs: ReviewScene, item: Item): string {
  const prompt = promptOf(rs.checklist, item.prompt);
  return `${placeOf(prompt, rs.checklist)}: ${promptTitle(prompt)}`;
}
