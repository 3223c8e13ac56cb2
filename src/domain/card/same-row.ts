/** One press changes one row of many: a row stays the very same, with all that was made of it, while what it was drawn from does. */
import type { PromptId } from '../checklist/prompt.ts';
import { givenAt } from '../review/carry.ts';
import { currentAnswer, currentJudgement, type Item, type Review } from '../review/review.ts';
import type { PromptRow } from './card.ts';
import type { Placed } from './placed.ts';
import type { ReviewScene, Scene } from './scene.ts';
import { age, today } from './times.ts';

export type Ground = {
  readonly scene: Scene;
  readonly rs: ReviewScene;
  readonly whole: true | undefined;
  /** Whether the viewer is the last who may sign. */
  readonly careful: boolean;
};
type Draw = (placed: Placed, careful: boolean) => PromptRow;
type Drawn = {
  readonly ages: readonly string[];
  /** The other prompts that were looked at. */
  readonly near: ReadonlyMap<PromptId, Item | undefined>;
  readonly row: PromptRow;
};
/** All else. Without the other prompts: they hold what they were drawn from too, and so on back. */
type From = readonly unknown[];

const before = new WeakMap<Item, Drawn & { readonly from: From }>();

/** Of the time `draw` may say the day, and the ages of what the item itself holds. */
export function sameRows(items: readonly Item[], ground: Ground, draw: Draw): readonly PromptRow[] {
  const { scene, rs } = ground;
  const from = drawnFrom(ground);
  // Most rows of a page were drawn together.
  const compared = new Map<From, boolean>();
  const isFrom = (other: From) => {
    const same = compared.get(other) ?? isSame(other, from);
    compared.set(other, same);
    return same;
  };
  return items.map((item) => {
    const ages = agesIn(item, scene);
    const known = before.get(item);
    const stays = known && isFrom(known.from) && isSame(known.ages, ages) && isAsItWas(known.near, rs.review);
    const drawn = stays ? known : { ages, ...drawnAnew(item, ground, draw) };
    before.set(item, { ...drawn, from });
    return drawn.row;
  });
}

function drawnAnew(item: Item, { scene, rs, whole, careful }: Ground, draw: Draw): Omit<Drawn, 'ages'> {
  const near = new Map<PromptId, Item | undefined>();
  const review = { ...rs.review, items: noting(rs.review.items, near) };
  return { near, row: draw({ scene, rs: { review, checklist: rs.checklist }, item, whole }, careful) };
}

function drawnFrom({ scene, rs, whole, careful }: Ground): From {
  const { review, checklist } = rs;
  const { viewer, zone, people } = scene;
  const others = Object.values(review).filter((value) => value !== review.items);
  return [viewer, zone, people, today(scene), checklist, whole, careful, ...others];
}

function agesIn(item: Item, scene: Scene): readonly string[] {
  const all = [currentAnswer(item)?.at, currentJudgement(item)?.at, item.last && givenAt(item.last)];
  return all.map((at) => (at === undefined ? '' : age(at, scene)));
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

function isAsItWas(near: Drawn['near'], { items }: Review): boolean {
  for (const [id, item] of near) if (items.get(id) !== item) return false;
  return true;
}

function noting(items: Review['items'], near: Map<PromptId, Item | undefined>): Placed['rs']['review']['items'] {
  const get = (id: PromptId) => {
    near.set(id, items.get(id));
    return items.get(id);
  };
  return { get, has: (id) => get(id) !== undefined };
}
