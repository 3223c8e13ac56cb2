/** Which review a person means who types a program's name, or none. */
import { seen } from '../invisible.ts';
import { nearest } from '../nearest.ts';
import { hasPart, isChannel, listed } from './part.ts';
import type { ReviewScene, Scene } from './scene.ts';
import { shortened } from './shortened.ts';

/** `otherwise` is how what was looked for would be, such as `open`. */
export type ReviewFilter = { readonly fits: (rs: ReviewScene) => boolean; readonly otherwise: string };

/** The newest that fits; a sentence when there is none, or several programs and none was named. */
export function reviewMeant(
  name: string,
  scene: Scene,
  { fits, otherwise }: ReviewFilter,
): { review: string } | { sentence: string } {
  const known = [...scene.reviews.values()]
    .filter(({ review }) => hasPart(review, scene.viewer) || isChannel(review, scene.viewer))
    .toSorted((a, b) => (a.review.openedAt < b.review.openedAt ? 1 : -1));
  if (known.length === 0) return { sentence: 'You have no part in any review now.' };
  return reviewAmong(name, known, { fits, otherwise });
}

/** Among those known, newest first. */
export function reviewAmong(
  name: string,
  known: readonly ReviewScene[],
  { fits, otherwise }: ReviewFilter,
): { review: string } | { sentence: string } {
  const named =
    name === '' ? known : known.filter(({ review }) => isNamed(name, { id: review.programId, title: review.title }));
  if (named.length === 0) return { sentence: noSuch(name, known) };
  const fitting = named.filter(fits);
  const programs = new Set(fitting.map(({ review }) => review.programId));
  if (programs.size > 1) return { sentence: `Which one? Add one of ${listed([...programs])}.` };
  const [newest] = fitting;
  return newest
    ? { review: newest.review.id }
    : { sentence: `No review${name === '' ? ' of yours' : ' of that program'} is ${otherwise} now.` };
}

export function programNamed<P extends { readonly id: string; readonly title: string }>(
  name: string,
  among: readonly P[],
): P | undefined {
  return among.find((program) => isNamed(name, program));
}

function isNamed(name: string, { id, title }: { readonly id: string; readonly title: string }): boolean {
  const [wanted, own, called] = [name, id, title].map((text) => seen(text).toLowerCase());
  return own === wanted || called?.startsWith(wanted ?? '') === true;
}

function noSuch(name: string, known: readonly ReviewScene[]): string {
  const ids = [...new Set(known.map(({ review }) => review.programId))];
  const near = nearest(name.toLowerCase(), ids);
  return near
    ? `Muster knows no review of “${shortened(name, 60)}”. Did you mean “${near}”?`
    : `Muster knows no review of “${shortened(name, 60)}”. You have a part in ${listed(ids)}.`;
}
