/** Where a review stands: answered of how many, by section and severity, and who still has something open. */
import { isOpen } from '../../review/review.ts';
import { summarise } from '../../review/summary.ts';
import { act, open, show } from '../action.ts';
import type { Action, Card, Row } from '../card.ts';
import { dutyInWords } from '../duty-in-words.ts';
import { dueSentence, head, pauseRows } from '../head.ts';
import { isAskedToJudge, sectionItems, stillOpen, toJudge } from '../part.ts';
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
      ...outcomeRows(summary),
      { row: 'heading', text: 'By section' },
      ...sectionRows(summary, ({ section: id, title }) => {
        if (sectionItems(rs, scene.viewer, { section: id }).length === 0) return undefined;
        return show('Open', { ...section(id), whole: true }, { about: title });
      }),
      { row: 'heading', text: 'By severity' },
      ...severityRows(summary),
      ...openByPerson(scene, rs),
      ...channelRows(rs),
      ...uncertainRows(scene, rs),
    ],
    actions: actions(scene, rs),
    summary: `${rs.review.title}: ${tallyInWords(summary)}. ${dueSentence(scene, rs)}`,
  };
}

/** People by name and never by mention; who cannot be reached is said. */
export function openByPerson(scene: Scene, rs: ReviewScene): readonly Row[] {
  if (!isOpen(rs.review)) return [];
  const owners = [...new Set([...rs.review.items.values()].map(({ owner }) => owner))];
  const rows = owners.flatMap((owner): readonly Row[] => {
    const left = stillOpen(rs, owner).length;
    if (left === 0) return [];
    const away = rs.review.unreachable.has(owner) ? ', cannot be reached' : '';
    return [{ row: 'fact', label: scene.people.get(owner)?.name ?? 'A former member', value: `${left} open${away}` }];
  });
  return rows.length > 0 ? [{ row: 'heading', text: 'Still open' }, ...rows] : [];
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
  const leads = review.lead === scene.viewer && isOpen(review);
  return [
    ...(mine > 0 && isOpen(review)
      ? [show('My prompts', { show: 'opening', review: review.id }, { style: 'primary' })]
      : []),
    ...(waiting > 0 ? [show(`Judge ${count(waiting, 'answer')}`, { show: 'judge', review: review.id, page: 1 })] : []),
    ...(leads && review.status === 'open' ? [act('Remind everybody', { does: 'remind', review: review.id })] : []),
    ...(leads ? [open('Reassign', { form: 'reassign', review: review.id })] : []),
    ...(leads ? [open('Close the review', { form: 'close', review: review.id })] : []),
    show('Report', { show: 'report', review: review.id }),
    ...(review.closed ? [show('Sign-off', { show: 'sign-off', review: review.id })] : []),
  ];
}
