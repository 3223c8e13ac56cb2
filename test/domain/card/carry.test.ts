/** Carrying a whole section: what it would record, and where to go when it is done. */
import { expect, test } from 'vitest';
import { draw } from '../../../src/domain/card/draw.ts';
import { written } from '../../../src/domain/words.ts';
import { acting, eventsOf, opened } from '../../support/a-review.ts';
import { lastTime, now, sceneOf } from './a-scene.ts';

const prompt = 'dev-env.access';
const section = 'dev-env-access';
const at = '2025-08-25T08:00:00.000Z';
const answer = {
  status: 'answered' as const,
  response: { kind: 'text' as const, text: written('By role') },
  evidence: [],
};
const judged = lastTime('yes', { by: 'dev', answer, outcome: 'meets', at, tick: at });
const story = () => acting(opened({ last: new Map([[prompt, judged]]) }));
const carried = (review: ReturnType<typeof story>['review']) =>
  draw({ show: 'carry', review: review.id, section }, sceneOf(review, 'dev'));

test('what was judged last time is shown as the rule has it now, and that judgements are not carried is said', () => {
  const card = carried(story().review);
  const [row] = card.rows;
  expect(row).toMatchObject({ prompt, answer: { tone: 'to be judged' } });
  expect(JSON.stringify(row)).toContain('15 months ago, then meets');
  expect(JSON.stringify(card.lines)).toContain('Judgements are not carried');
});

test('what it shows is what carrying records', () => {
  const begun = story();
  const shown = carried(begun.review).rows[0];
  const intent = { does: 'answer as last time', review: begun.review.id, prompts: [{ prompt, revision: 0 }] } as const;
  eventsOf(begun.decide('dev', { ...intent, prompts: [...intent.prompts] }, now));
  const outcome = begun.review.items.get(prompt)?.answers.at(-1)?.outcome;
  expect(shown?.row === 'prompt' ? shown.answer?.tone : undefined).toBe(outcome);
});

test('once all of it is carried, the card leads on to what is still open', () => {
  const begun = story();
  eventsOf(
    begun.decide(
      'dev',
      { does: 'answer as last time', review: begun.review.id, prompts: [{ prompt, revision: 0 }] },
      now,
    ),
  );
  const [first, second] = carried(begun.review).actions;
  expect(first).toMatchObject({ label: 'Next: Testing/QA Environment: Access control', style: 'primary' });
  expect(second?.label).toBe('Back');
});

test('one goes back to the page of the section one came from', () => {
  const begun = story();
  const from = { show: 'section', review: begun.review.id, section, page: 1, whole: true } as const;
  const scene = sceneOf(begun.review, 'dev');
  const [carry] = draw(from, scene).actions.flatMap(({ press, label }) =>
    press.press === 'show' && label.startsWith('All as last time') ? [press.view] : [],
  );
  expect(carry).toEqual({ ...from, show: 'carry' });
  const back = { press: 'show', view: { ...from, page: 2 } };
  expect(draw({ ...from, show: 'carry', page: 2 }, scene).actions).toContainEqual({ label: 'Back', press: back });
});
