/** What the accountable person and the lead hear: who owns what is open, and what they can do. */
import { promptOf } from '../../checklist/checklist.ts';
import { sectionTitle } from '../../checklist/section-path.ts';
import { accountableOf, hearOf } from '../../review/agenda-escalation.ts';
import { openItems } from '../../review/asked.ts';
import type { Duty } from '../../review/duty.ts';
import { type Item, isOpen, type Review } from '../../review/review.ts';
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
  if (left.length === 0) return settled(rs);
  const { due } = rs.review;
  const owns = `${name} owns ${count(left.length, 'open prompt')} of ${sectionNames(rs, left)}, due ${day(due, scene)}.`;
  const role = duty.kind === 'escalate to accountable' ? whoseItIs(scene, rs, left) : end(scene, rs, duty);
  return { sentence: `${owns} ${role}`, rows: listing(rs, left), actions: actions(scene, rs, { left, duty }) };
}

/** Theirs, or in the stead of somebody who cannot be reached. */
function whoseItIs(scene: Scene, { review }: ReviewScene, left: readonly Item[]): string {
  const mine = left.filter(({ section }) => accountableOf(review, section) === scene.viewer);
  if (mine.length === left.length) return `You are accountable for ${left.length === 1 ? 'it' : 'them'}.`;
  const theirs = left.filter((item) => !mine.includes(item)).map(({ section }) => accountableOf(review, section));
  const others = [...new Set(theirs)];
  const what =
    mine.length > 0 ? `You are accountable for ${mine.length} of them, and hear of the others` : 'You hear of it';
  const names = others.map((one) => nameOf(scene, one)).join(' and ');
  return `${what} because ${names} ${others.length === 1 ? 'is' : 'are'} accountable and ${notReached(review, others)}.`;
}

/** The lead hears it last; somebody else where the lead owns it, or cannot be reached. */
function end(scene: Scene, { review }: ReviewScene, { subject }: Duty): string {
  const closes = `it closes ${day(review.deadline, scene)}.`;
  if (review.lead === scene.viewer) return `You lead this review; ${closes}`;
  const why = subject === review.lead ? 'owns it' : notReached(review, [review.lead]);
  return `You hear of it because ${nameOf(scene, review.lead)} leads this review and ${why}; ${closes}`;
}

function notReached({ unreachable }: Review, people: readonly string[]): string {
  return people.some((one) => unreachable.has(one)) ? 'cannot be reached' : 'could not be reached';
}

export function unreachable(scene: Scene, rs: ReviewScene, duty: Duty): Told {
  const known = rs.review.unreachable.get(duty.subject);
  if (duty.subject === rs.review.channel) return channelUnreachable(scene, rs, known?.why);
  const name = nameOf(scene, duty.subject);
  if (!known) return { sentence: `${name} can be reached again.`, rows: [], actions: [] };
  const left = openOf(scene, rs, duty);
  const waits =
    left.length > 0
      ? ` ${count(left.length, 'open prompt')} of ${sectionNames(rs, left)} ${left.length === 1 ? 'is' : 'are'} theirs.`
      : '';
  const instead = duty.subject === rs.review.lead ? '' : insteadOfLead(scene, rs);
  return {
    sentence: `${name} cannot be reached: ${known.why}.${waits}${instead}`,
    rows: [],
    actions: actions(scene, rs, { left, duty }),
  };
}

function insteadOfLead(scene: Scene, { review }: ReviewScene): string {
  if (scene.viewer === review.lead) return '';
  return ` You hear of it because ${nameOf(scene, review.lead)} leads this review and ${notReached(review, [review.lead])}.`;
}

/** Nobody owns anything less for it, so there is nothing to reassign. */
function channelUnreachable(scene: Scene, rs: ReviewScene, why: string | undefined): Told {
  const sentence =
    why === undefined
      ? 'The team channel can be written to again.'
      : `The team channel cannot be written to: ${why}. Its people are asked all the same; what belongs there is tried again each day.${insteadOfLead(scene, rs)}`;
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
  const { review } = rs;
  const theirs = left.filter(
    ({ section }) =>
      accountableOf(review, section) === scene.viewer || hearOf(review, duty.subject, section).includes(scene.viewer),
  );
  // Who stood in once goes on seeing what it was about, also when somebody is back.
  const answersForNone = !Object.values(review.accountable).includes(scene.viewer);
  return theirs.length === 0 && answersForNone ? left : theirs;
}

function isOwner(rs: ReviewScene, person: string): boolean {
  return (
    [...rs.review.items.values()].some(({ owner }) => owner === person) ||
    rs.review.handovers.some(({ from }) => from === person)
  );
}

/** Whose they were is not said any more: nobody is named for having been late. */
function settled(rs: ReviewScene): Told {
  const since = isOpen(rs.review)
    ? 'Nothing of it is open any more.'
    : 'The review is over; nothing is chased any more.';
  const sentence = `This was about prompts that were still open after they were due. ${since}`;
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

type About = { readonly left: readonly Item[]; readonly duty: Duty };

function actions(scene: Scene, rs: ReviewScene, { left, duty }: About): readonly Action[] {
  const review = rs.review.id;
  const leads = rs.review.lead === scene.viewer && isOpen(rs.review);
  const sections = [...new Set(left.map(({ section }) => section))].slice(0, 3);
  return [
    ...(leads ? [reassign(scene, rs, { left, duty })] : []),
    ...sections.map((section) =>
      show(`See ${sectionTitle(rs.checklist, section)}`, { show: 'section', review, section, page: 1, whole: true }),
    ),
    show('State', { show: 'status', review }),
  ];
}

/** Of what this is about, so that nobody has to look for it among all sections. */
function reassign(scene: Scene, rs: ReviewScene, { left, duty: { subject } }: About): Action {
  const review = rs.review.id;
  const [first, ...more] = left;
  if (!first || left.some(({ owner }) => owner !== subject))
    return open('Reassign', { form: 'reassign', review }, { style: 'primary' });
  const { section, prompt } = first;
  const meant = more.length === 0 ? { prompt } : more.every((item) => item.section === section) ? { section } : {};
  const label = `Reassign from ${nameOf(scene, subject)}`;
  return open(label, { form: 'reassign', review, owner: subject, ...meant }, { style: 'primary' });
}
