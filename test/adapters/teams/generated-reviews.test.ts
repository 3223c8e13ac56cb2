/** No card and no form of any review breaks a limit of Teams, our schema or its own parser. */
import { it } from 'vitest';
import { render } from '../../../src/adapters/teams/render.ts';
import { renderForm } from '../../../src/adapters/teams/render-form.ts';
import { draw } from '../../../src/domain/card/draw.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { type Crowded, holdsForCrowdedReviews } from '../../support/crowded-reviews.ts';
import { renderedFaults } from './rendered-faults.ts';

it('whatever was asked and answered', () => holdsForCrowdedReviews(faultsIn));

function faultsIn({ scene, views, forms }: Crowded): readonly unknown[] {
  const cards = views.flatMap((view) => {
    const card = draw(view, scene);
    return [1, 2, 99].flatMap((part) => renderedFaults(render({ card, part })).map((fault) => [view.show, fault]));
  });
  const filled = forms.flatMap((ref) => {
    const form = formOf(ref, scene);
    return isRefusal(form) ? [] : renderedFaults(renderForm({ form })).map((fault) => [ref.form, fault]);
  });
  return [...cards, ...filled];
}
