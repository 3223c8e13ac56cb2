/** How every card of a review begins: its title, the matter in one sentence, then scope, period and the zone of times. */
import { pausedForEverybody, platformName } from '../paused.ts';
import { closedOn } from '../review/review.ts';
import type { Card, Row, Span } from './card.ts';
import type { ReviewScene, Scene } from './scene.ts';
import { day, dayOf, distance, periodInWords, today } from './times.ts';

type Head = Pick<Card, 'title' | 'lines'>;

export function head(scene: Scene, rs: ReviewScene, sentence: string): Head {
  return { title: rs.review.title, lines: [[{ text: sentence }], scopeLine(scene, rs)] };
}

/** Scope and period stand on every card, and the zone is said once. */
function scopeLine(scene: Scene, rs: ReviewScene): readonly Span[] {
  return [...scopeSpans(rs), { text: ` ${zoneSentence(scene)}` }];
}

export function scopeSpans({ review }: ReviewScene): readonly Span[] {
  return [{ text: review.scope }, { text: `, ${periodInWords(review.period)}.` }];
}

/** That a platform is cut off concerns everybody who waits for an answer: it stands above everything else. */
export function pauseRows({ paused = [], zone, now }: Scene): readonly Row[] {
  return paused.map((one) => ({ row: 'text', text: [{ text: pausedForEverybody(one, zone, now) }] }));
}

/** What becomes of a message to the viewer whose time has come; undefined where nothing is in its way. */
export function waitsForPlatform({ paused = [], people, viewer }: Scene): string | undefined {
  const theirs = paused.find(({ platform }) => platform === people.get(viewer)?.platform);
  return theirs && `waits until ${platformName(theirs)} takes messages again`;
}

export function zoneSentence(scene: Scene): string {
  return `Times in ${scene.zone}.`;
}

/** `Due Fri 4 Dec, asked by Saga Holm.`, and how it stands after that. */
export function dueSentence(scene: Scene, rs: ReviewScene): string {
  const { review } = rs;
  const lead = scene.people.get(review.lead)?.name ?? 'the review lead';
  const asker = review.lead === scene.viewer ? '' : `, asked by ${lead}`;
  if (review.status === 'complete') {
    const last = day(rs.closesOn ?? review.deadline, scene);
    return `Everything is answered. Answers can be changed until it closes, at the end of ${last}.`;
  }
  if (review.status !== 'open') return endSentence(scene, rs);
  if (today(scene) <= review.due) return `Due ${day(review.due, scene)}${asker}.`;
  return `It was due ${day(review.due, scene)}${asker}. Answers are taken until ${day(review.deadline, scene)}.`;
}

export function endSentence(scene: Scene, { review }: ReviewScene): string {
  const { closed, signOff } = review;
  if (!closed) return '';
  const when = day(closedOn(review) ?? '', scene);
  if (review.status === 'signed off' && signOff) {
    const by = signOff.by === scene.viewer ? 'you' : (scene.people.get(signOff.by)?.name ?? 'a former member');
    return `Closed ${when}, signed off by ${by} on ${dayOf(signOff.at, scene)}.`;
  }
  if (review.status === 'lapsed')
    return `Closed ${when}. Nobody signed it by ${day(closed.signBy, scene)}, so it lapsed.`;
  const voided = signOff?.voided ? ` The earlier signature no longer holds: ${signOff.voided}.` : '';
  return `Closed ${when}. To be signed by ${day(closed.signBy, scene)}, ${distance(closed.signBy, scene)}.${voided}`;
}

/** To whom asks for its report before its end. */
export const soFar = 'The review is still open; this is how it stands so far.';

/** To whom would sign it before its end. */
export const notYetSigned = 'It can be signed once it has closed.';
