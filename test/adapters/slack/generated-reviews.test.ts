/** No card and no form of any review breaks a limit of Slack or its escaping. */
import { it } from 'vitest';
import { render } from '../../../src/adapters/slack/render.ts';
import { formModal } from '../../../src/adapters/slack/render-form.ts';
import { cardModal } from '../../../src/adapters/slack/render-view.ts';
import type { Card } from '../../../src/domain/card/card.ts';
import { draw } from '../../../src/domain/card/draw.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { type Crowded, holdsForCrowdedReviews, holdsForReviewsSaying } from '../../support/crowded-reviews.ts';
import { blockFaults } from '../../support/slack/checks/block-faults.ts';
import { escapeFaults, mrkdwnIn, pagesInText } from '../../support/slack/checks/pages.ts';
import { viewFaults } from '../../support/slack/checks/view-faults.ts';
import { objectsIn, text } from '../../support/slack/json.ts';
import { limits } from '../../support/slack/limits.ts';
import { visible } from '../../support/slack/person/visible.ts';

it('whatever was asked and answered', () => holdsForCrowdedReviews(faultsIn));

it('the words that are read are the words that were said', () => holdsForReviewsSaying(wordsLost));

/** What stands on a card and is not read in any part of it as it stands there. */
function wordsLost({ scene, views, forms }: Crowded): readonly string[] {
  const cards = views.flatMap((view) => {
    const card = draw(view, scene);
    const parts = Array.from({ length: 9 }, (_, at) => render({ card, view, surface: 'ephemeral', part: at + 1 }));
    const read = parts.map(({ blocks }) => visible(blocks)).join('\n');
    return wordsOn(card).filter((words) => !read.includes(words));
  });
  const lines = forms.flatMap((ref) => {
    const form = formOf(ref, scene);
    if (isRefusal(form)) return [];
    const read = visible(formModal(form, '{}').blocks);
    return form.lines.filter((line) => !line.includes('\n') && !read.includes(line));
  });
  return [...cards, ...lines];
}

// Longer ones are cut beside many others.
const short = 80;

function wordsOn({ lines, rows }: Card): readonly string[] {
  const inRows = rows.flatMap((row) => {
    if (row.row === 'text') return row.text.map(({ text }) => text);
    if (row.row === 'fact') return [row.label, row.value];
    if (row.row === 'cells') return [row.name, row.label];
    if (row.row !== 'prompt') return [];
    return [...row.notes, ...row.remarks, ...(row.answer?.detail ?? []).flat().map(({ text }) => text)];
  });
  const all = [...lines.flat().map(({ text }) => text), ...inRows].map((text) => text.trim());
  return all.filter((text) => text.length <= short && !text.includes('\n'));
}

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
