/** What an owner hears: asked, reminded, overdue, handed over. */
import { nameOf } from '../../people.ts';
import { type Item, isOpen, type Review } from '../../review/review.ts';
import { open, show } from '../action.ts';
import { quoted } from '../answer-in-words.ts';
import type { Action, Row } from '../card.ts';
import { dueSentence, endSentence } from '../head.ts';
import { asked, maySnooze, minutesOf, sectionNames, stillOpen } from '../part.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { count, day, distance } from '../times.ts';
import type { Told } from './told.ts';

export function asking(scene: Scene, rs: ReviewScene): Told {
  const mine = asked(rs, scene.viewer);
  if (mine.length === 0) return done(scene, rs, 'This asked for your answers.');
  const sentence = `You own ${count(mine.length, 'prompt')} in ${sectionNames(rs, mine)}. ${dueSentence(scene, rs)}`;
  return {
    sentence,
    rows: [],
    actions: [show('Start', { show: 'opening', review: rs.review.id }, { style: 'primary' })],
  };
}

export function reminder(scene: Scene, rs: ReviewScene): Told {
  const left = isOpen(rs.review) ? stillOpen(rs, scene.viewer) : [];
  if (left.length === 0) return done(scene, rs, 'This was a reminder.');
  const { due } = rs.review;
  const when = `due ${day(due, scene)}, ${distance(due, scene)}`;
  const sentence = `${stillIs(rs, left)} still open, ${when}. About ${count(minutesOf(rs, left), 'minute')}.${maySnooze(scene, rs) ? ` You can also say when you will get to ${left.length === 1 ? 'it' : 'them'}.` : ''}`;
  return { sentence, rows: [], actions: toAnswer(scene, rs, left) };
}

export function overdue(scene: Scene, rs: ReviewScene): Told {
  const left = isOpen(rs.review) ? stillOpen(rs, scene.viewer) : [];
  if (left.length === 0) return done(scene, rs, 'This said that answers were overdue.');
  const { due, deadline } = rs.review;
  const sentence = `${stillIs(rs, left)} still open and ${left.length === 1 ? 'was' : 'were'} due ${day(due, scene)}. Answers are taken until ${day(deadline, scene)}.`;
  return { sentence, rows: [], actions: toAnswer(scene, rs, left) };
}

/** Whatever was handed over and is still theirs; the latest giver is named first. */
export function handedOver(scene: Scene, rs: ReviewScene): Told {
  const mine = new Map(asked(rs, scene.viewer).map((item) => [item.prompt, item]));
  const given = rs.review.handovers.filter(({ to }) => to === scene.viewer).toReversed();
  const items = [...new Set(given.flatMap(({ prompts }) => prompts))].flatMap((id) => mine.get(id) ?? []);
  const [latest] = given;
  if (!latest || items.length === 0) return done(scene, rs, 'This told of a hand-over.');
  const names = [...new Set(given.map(({ from }) => scene.people.get(from)?.name ?? 'a former member'))];
  const sentence = `${count(items.length, 'prompt')} of ${sectionNames(rs, items)} ${items.length === 1 ? 'is' : 'are'} yours now, from ${names.join(' and ')}. ${dueSentence(scene, rs)}`;
  const left = isOpen(rs.review) ? stillOpen(rs, scene.viewer) : [];
  const reasons = given.filter(({ prompts }) => prompts.some((id) => mine.has(id)));
  const rows = reasons.flatMap((one) => reasonRow(scene, one));
  return { sentence, rows, actions: left.length > 0 ? toAnswer(scene, rs, left) : [] };
}

function reasonRow(scene: Scene, { by, reason }: Review['handovers'][number]): readonly Row[] {
  return reason ? [{ row: 'text', text: [{ text: `${nameOf(scene.people, by)}: ` }, ...quoted(reason)] }] : [];
}

function stillIs(rs: ReviewScene, left: readonly Item[]): string {
  return `${count(left.length, 'prompt')} of ${sectionNames(rs, left)} ${left.length === 1 ? 'is' : 'are'}`;
}

/** What it was stays said, so that a conversation read later still tells its story. */
function done(scene: Scene, rs: ReviewScene, was: string): Told {
  const mine = asked(rs, scene.viewer).length > 0 && stillOpen(rs, scene.viewer).length === 0;
  const thanks = mine ? 'Everything of yours is answered. Thank you.' : 'Nothing is open for you any more.';
  const since = isOpen(rs.review) ? thanks : `The review is over. ${endSentence(scene, rs)}`;
  const sentence = `${was} ${since}`;
  return { sentence, rows: [], actions: [show('See my part', { show: 'opening', review: rs.review.id })] };
}

function toAnswer(scene: Scene, rs: ReviewScene, left: readonly Item[]): readonly Action[] {
  const review = rs.review.id;
  const first = left[0];
  return [
    ...(first
      ? [show('Answer', { show: 'section', review, section: first.section, page: 1 }, { style: 'primary' })]
      : []),
    ...(maySnooze(scene, rs) ? [open('Remind me…', { form: 'snooze', review })] : []),
    open('Hand over', { form: 'hand over', review }),
    show('Why me?', { show: 'why', review }),
  ];
}
