/** Where a review stands: answered of how many, by section and severity, and who still has something open. */
import type { PersonId } from '../../event.ts';
import { isOpen } from '../../review/review.ts';
import { summarise } from '../../review/summary.ts';
import { act, open, show } from '../action.ts';
import type { Action, Card, Row } from '../card.ts';
import { dutyInWords } from '../duty-in-words.ts';
import { dueSentence, head, pauseRows } from '../head.ts';
import { isAskedToJudge, listed, sectionItems, stillOpen, toJudge, you } from '../part.ts';
import { capital } from '../prompt-row.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { count, moment } from '../times.ts';
import { outcomeRows, progressOf, sectionRows, severityRows, tallyInWords } from './tally-rows.ts';

export function statusCard(scene: Scene, rs: ReviewScene): Card {
  const summary = summarise(rs.review, rs.checklist);
  const section = (id: string) => ({ show: 'section', review: rs.review.id, section: id, page: 1 }) as const;
  return {
    ...head(scene, rs, dueSentence(scene, rs)),
    progress: progressOf(summary),
    rows: [
      ...pauseRows(scene),
      ...unreachableRows(scene, rs),
      ...outcomeRows(summary),
      { row: 'heading', text: 'By section' },
      ...sectionRows(summary, ({ section: id, title }) => {
        if (sectionItems(rs, scene.viewer, { section: id }).length === 0) return undefined;
        return show('Open', { ...section(id), whole: true }, { about: title });
      }),
      { row: 'heading', text: 'By severity' },
      ...severityRows(summary),
      ...openByPerson(scene, rs),
      ...reassigning(scene, rs),
      ...channelRows(rs),
      ...uncertainRows(scene, rs),
    ],
    actions: actions(scene, rs),
    summary: `${rs.review.title}: ${tallyInWords(summary)}. ${dueSentence(scene, rs)}`,
  };
}

/** What a lead has to do something about stands before what they can only read. */
function unreachableRows(scene: Scene, { review }: ReviewScene): readonly Row[] {
  const lost = [...review.unreachable.keys()];
  if (lost.length === 0 || !(isOpen(review) || review.status === 'closed')) return [];
  const names = lost.map((one) => (one === review.channel ? 'the team channel' : you(scene, one)));
  return [{ row: 'text', text: [{ text: `${capital(listed(names))} cannot be reached.` }] }];
}

/** People by name and never by mention; who cannot be reached is said. */
export function openByPerson(scene: Scene, rs: ReviewScene): readonly Row[] {
  if (!isOpen(rs.review)) return [];
  const rows = waitedFor(rs).map((owner): Row => {
    const away = rs.review.unreachable.has(owner) ? ', cannot be reached' : '';
    return { row: 'fact', label: nameOf(scene, owner), value: `${stillOpen(rs, owner).length} open${away}` };
  });
  return rows.length > 0 ? [{ row: 'heading', text: 'Still open' }, ...rows] : [];
}

function waitedFor(rs: ReviewScene): readonly PersonId[] {
  const owners = [...new Set([...rs.review.items.values()].map(({ owner }) => owner))];
  return owners.filter((owner) => stillOpen(rs, owner).length > 0);
}

function nameOf({ people }: Scene, person: PersonId): string {
  return people.get(person)?.name ?? 'A former member';
}

function leads(scene: Scene, { review }: ReviewScene): boolean {
  return review.lead === scene.viewer && isOpen(review);
}

// More buttons than these are harder to find one's way in than the form, which lists all sections.
const mostOwners = 6;

/** For the lead: whose unanswered prompts are to go to somebody else. */
function reassigning(scene: Scene, rs: ReviewScene): readonly Row[] {
  const owners = leads(scene, rs) ? waitedFor(rs) : [];
  if (owners.length === 0 || owners.length > mostOwners) return [];
  const actions = owners.map((owner) =>
    open(`Reassign from ${nameOf(scene, owner)}`, { form: 'reassign', review: rs.review.id, owner }),
  );
  return [{ row: 'actions', actions }];
}

/** Who looks at the channel sees nothing there, and would not know why. */
function channelRows({ review }: ReviewScene): readonly Row[] {
  const known = review.channel === undefined ? undefined : review.unreachable.get(review.channel);
  return known ? [{ row: 'fact', label: 'Team channel', value: `cannot be written to: ${known.why}` }] : [];
}

/** For the lead: what perhaps never arrived. It is not sent again; the next reminder stands in for it. */
function uncertainRows(scene: Scene, { uncertain = [] }: ReviewScene): readonly Row[] {
  if (uncertain.length === 0) return [];
  const rows = uncertain.map(({ duty, at }): Row => {
    const label = scene.people.get(duty.to)?.name ?? 'The team channel';
    return { row: 'fact', label, value: `${dutyInWords(duty.kind)}, ${moment(at, scene)}` };
  });
  return [{ row: 'heading', text: 'Perhaps not arrived' }, ...rows];
}

function actions(scene: Scene, rs: ReviewScene): readonly Action[] {
  const { review } = rs;
  const mine = stillOpen(rs, scene.viewer).length;
  const waiting = isAskedToJudge(rs, scene.viewer) ? toJudge(rs, scene.viewer).length : 0;
  const lead = leads(scene, rs);
  return [
    ...(mine > 0 && isOpen(review)
      ? [show('My prompts', { show: 'opening', review: review.id }, { style: 'primary' })]
      : []),
    ...(waiting > 0 ? [show(`Judge ${count(waiting, 'answer')}`, { show: 'judge', review: review.id, page: 1 })] : []),
    ...(lead && review.status === 'open' ? [act('Remind everybody', { does: 'remind', review: review.id })] : []),
    ...(lead ? [open('Reassign any', { form: 'reassign', review: review.id })] : []),
    ...(lead ? [open('Close the review', { form: 'close', review: review.id })] : []),
    show('Report', { show: 'report', review: review.id }),
    ...(review.closed ? [show('Sign-off', { show: 'sign-off', review: review.id })] : []),
  ];
}
