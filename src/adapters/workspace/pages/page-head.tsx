/** The heading of a page about the review, with what it is about and which review when there are several. */

import type { ComponentChildren } from 'preact';
import { legible } from '../../../domain/invisible.ts';
import { showWholeDate } from '../../../domain/time/show.ts';
import { dateIn } from '../../../domain/time/zone.ts';
import type { House } from '../house.ts';
import { Demo } from './rail.tsx';

type PageHeadProps = { readonly house: House; readonly title: string; readonly about: ComponentChildren };

export function PageHead({ house, title, about }: PageHeadProps) {
  return (
    <header class="head">
      <h1>{legible(title)}</h1>
      <p>{about}</p>
      {house.demo && <Demo />}
    </header>
  );
}

/** A plain form, so that it works without any script. */
export function ChooseReview({ house, path }: { readonly house: House; readonly path: string }) {
  if (house.reviews.length < 2) return null;
  return (
    <form class="choose" method="get" action={path}>
      <label for="choose-review">Review</label>
      <select id="choose-review" name="review">
        {house.reviews.map((row) => (
          <option key={row.id} value={row.id} selected={row.id === house.shown?.review.id}>
            {row.title}, opened {showWholeDate(dateIn(house.viewer.zone, row.openedAt))}, {row.status}
          </option>
        ))}
      </select>
      <button type="submit" class="button">
        Show
      </button>
    </form>
  );
}
