/** A prompt in its review, for who looks: what its row is drawn from. */
import type { Checklist } from '../checklist/checklist.ts';
import type { AnyOf, Item, Review } from '../review/review.ts';
import type { Scene } from './scene.ts';

export type Placed = {
  readonly scene: Pick<Scene, 'now' | 'zone' | 'viewer' | 'people'>;
  readonly rs: { readonly review: AnyOf<Review>; readonly checklist: Checklist };
  readonly item: Item;
  /** Among the whole of its section, whoever owns it. */
  readonly whole?: true | undefined;
};
