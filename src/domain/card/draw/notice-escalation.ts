/** What the accountable person and the lead hear: who owns what is open, and what they can do. */
import { promptOf } from '../../checklist/checklist.ts';
import { sectionTitle } from '../../checklist/section-path.ts';
import { openItems } from '../../review/asked.ts';
import type { Duty } from '../../review/duty.ts';
import { type Item, isOpen } from '../../review/review.ts';
import { open, show } from '../action.ts';
import type { Action, Row } from '../card.ts';
import { sectionNames } from '../part.ts';
import { placeOf, promptTitle } from '../prompt-text.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { count, day } from '../times.ts';
import type { Told } from './told.ts';

// More would be a report, not a message; the section's card has them all.
const mostListed = 10;

export function escalation(scene: Scene, rs: ReviewScene, duty: Duty): Told {
  const name = nameOf(scene, duty.subject);
  const left = openOf(scene, rs, duty);
  if (left.length === 0) return settled(rs, name);
  const { due } = rs.review;
  const owns = `${name} owns ${count(left.length, 'open prompt')} of ${sectionNames(rs, left)}, due ${day(due, scene)}.`;
  const role =
    duty.kind === 'escalate to accountable'
      ? `You are accountable for ${left.length === 1 ? 'it' : 'them'}.`
      : end(scene, rs);
  return { sentence: `${owns} ${role}`, rows: listing(rs, left), actions: actions(scene, rs, left) };
}

/** The lead hears it last; an approver where the lead is who owns it. */
function end(scene: Scene, { review }: ReviewScene): string {
  const closes = `it closes ${day(review.deadline, scene)}.`;
  if (review.lead === scene.viewer) return `You lead this review; ${closes}`;
  return `You hear of it because ${nameOf(scene, review.lead)} leads this review and owns it; ${closes}`;
}

export function unreachable(scene: Scene, rs: ReviewScene, duty: Duty): Told {
  const known = rs.review.unreachable.get(duty.subject);
  if (duty.subject === rs.review.channel) return channelUnreachable(rs, known?.why);
  const name = nameOf(scene, duty.subject);
  if (!known) return { sentence: `${name} can be reached again.`, rows: [], actions: [] };
  const left = openOf(scene, rs, duty);
  const waits =
    left.length > 0
      ? ` ${count(left.length, 'open prompt')} of ${sectionNames(rs, left)} ${left.length === 1 ? 'is' : 'are'} theirs.`
      : '';
  return { sentence: `${name} cannot be reached: ${known.why}.${waits}`, rows: [], actions: actions(scene, rs, left) };
}

/** Nobody owns anything less for it, so there is nothing to reassign. */
function channelUnreachable(rs: ReviewScene, why: string | undefined): Told {
  const sentence =
    why === undefined
      ? 'The team channel can be written to again.'
      : `The team channel cannot be written to: ${why}. Its people are asked all the same; what belongs there is tried again each day.`;
  return { sentence, rows: [], actions: [show('State', { show: 'status', review: rs.review.id })] };
}

function nameOf(scene: Scene, subject: string): string {
  return scene.people.get(subject)?.name ?? 'Somebody';
}

function openOf(scene: Scene, rs: ReviewScene, duty: Duty): readonly Item[] {
  if (!isOpen(rs.review)) return [];
  const owner = rs.review.items.size > 0 && isOwner(rs, duty.subject) ? duty.subject : undefined;
  const left = openItems(rs.review, rs.checklist, owner);
  if (duty.kind !== 'escalate to accountable') return left;
  return left.filter(({ section }) => rs.review.accountable[section] === scene.viewer);
}

function isOwner(rs: ReviewScene, person: string): boolean {
  return (
    [...rs.review.items.values()].some(({ owner }) => owner === person) ||
    rs.review.handovers.some(({ from }) => from === person)
  );
}

function settled(rs: ReviewScene, name: string): Told {
  const since = isOpen(rs.review)
    ? 'Nothing of it is open any more.'
    : 'The review is over; nothing is chased any more.';
  const sentence = `This was about what ${name} had not answered in time. ${since}`;
  return { sentence, rows: [], actions: [show('State', { show: 'status', review: rs.review.id })] };
}

function listing(rs: ReviewScene, left: readonly Item[]): readonly Row[] {
  const rows = left.slice(0, mostListed).map((item): Row => {
    const prompt = promptOf(rs.checklist, item.prompt);
    return {
      row: 'text',
      text: [{ text: `${placeOf(prompt, rs.checklist)}: ${promptTitle(prompt)}` }],
      tone: 'unanswered',
    };
  });
  const more = left.length - mostListed;
  return more > 0 ? [...rows, { row: 'text', text: [{ text: `and ${more} more` }] }] : rows;
}

function actions(scene: Scene, rs: ReviewScene, left: readonly Item[]): readonly Action[] {
  const review = rs.review.id;
  const leads = rs.review.lead === scene.viewer && isOpen(rs.review);
  const sections = [...new Set(left.map(({ section }) => section))].slice(0, 3);
  return [
    ...(leads ? [open('Reassign', { form: 'reassign', review }, { style: 'primary' })] : []),
    ...sections.map((section) =>
      show(`See ${sectionTitle(rs.checklist, section)}`, { show: 'section', review, section, page: 1, whole: true }),
    ),
    show('State', { show: 'status', review }),
  ];
}
