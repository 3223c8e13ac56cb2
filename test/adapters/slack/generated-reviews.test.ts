/** No card and no form of any review breaks a limit of Slack or its escaping. */
import { it } from 'vitest';
import { render } from '../../../src/adapters/slack/render.ts';
import { formModal } from '../../../src/adapters/slack/render-form.ts';
import { cardModal } from '../../../src/adapters/slack/render-view.ts';
import { draw } from '../../../src/domain/card/draw.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { type Crowded, holdsForCrowdedReviews } from '../../support/crowded-reviews.ts';
import { blockFaults } from '../../support/slack/checks/block-faults.ts';
import { escapeFaults, mrkdwnIn, pagesInText } from '../../support/slack/checks/pages.ts';
import { viewFaults } from '../../support/slack/checks/view-faults.ts';
import { objectsIn, text } from '../../support/slack/json.ts';
import { limits } from '../../support/slack/limits.ts';

it('whatever was asked and answered', () => holdsForCrowdedReviews(faultsIn));

function faultsIn({ scene, views, forms }: Crowded): readonly unknown[] {
  const cards = views.flatMap((view) => {
    const card = draw(view, scene);
    const message = render({ card, view, surface: 'message' });
    const characters = [...objectsIn(message.blocks)].reduce((sum, { object }) => sum + text(object['text']).length, 0);
    return [
      ...blockFaults(message.blocks, 'message', limits.message.blocks),
      ...viewFaults({ ...cardModal({ card, view }) }),
      ...said([message.text, ...mrkdwnIn(message.blocks)]),
      ...(characters > limits.messageBlocks.characters ? [`${view.show}: ${characters}`] : []),
    ];
  });
  const filled = forms.flatMap((ref) => {
    const form = formOf(ref, scene);
    return isRefusal(form) ? [] : [...viewFaults({ ...formModal(form, '{}') })];
  });
  return [...cards, ...filled];
}

function said(texts: readonly string[]): readonly string[] {
  return texts.flatMap((one) => [...escapeFaults(one), ...pagesInText(one, false)]);
}
