/** What a lead reads of an escalation: what it is about leads to the form about just that, and once it is over nobody is blamed. */
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/domain/card/card.ts';
import { draw } from '../../../src/domain/card/draw.ts';
import { formOf } from '../../../src/domain/card/form-of.ts';
import { isRefusal } from '../../../src/domain/event.ts';
import { openItems } from '../../../src/domain/review/asked.ts';
import type { Item, Review } from '../../../src/domain/review/review.ts';
import { checklist } from '../../support/a-review.ts';
import { closed, midway, sceneOf } from './a-scene.ts';

const { review } = midway().story;
const theirs = openItems(review, checklist, 'dev');
const [first] = theirs;
const about = (subject: string) =>
  ({ key: subject, review: review.id, kind: 'escalate to lead', to: 'security', subject, ordinal: 1, at: '' }) as const;

/** What is not kept has gone to Pia. */
function left(keeps: (item: Item) => boolean): Review {
  const items = [...review.items].map(
    ([id, item]) => [id, item.owner === 'dev' && !keeps(item) ? { ...item, owner: 'platform' } : item] as const,
  );
  return { ...review, items: new Map(items) };
}

function told(of: Review, ...subjects: readonly string[]) {
  const [one = about('dev'), ...more] = subjects.map(about);
  return draw({ show: 'notice', duties: [one, ...more] }, sceneOf(of, 'security'));
}

const reassigns = (actions: readonly Action[]) => actions.filter(({ label }) => label.startsWith('Reassign'));

describe('Reassign on an escalation', () => {
  it.each<[string, Review, object]>([
    ['one prompt', left(({ prompt }) => prompt === first?.prompt), { prompt: first?.prompt }],
    ['one section', left(({ section }) => section === first?.section), { section: first?.section }],
    ['several sections', review, {}],
  ])('is of what is open of them: %s', (_, of, meant) => {
    const [action, ...others] = reassigns(told(of, 'dev').actions);
    expect(others).toEqual([]);
    expect(action?.label).toBe('Reassign from Dana Cole');
    expect(action?.press).toEqual({
      press: 'form',
      form: { form: 'reassign', review: review.id, owner: 'dev', ...meant },
    });
    const form = action?.press.press === 'form' ? formOf(action.press.form, sceneOf(of, 'security')) : expect.fail();
    if (isRefusal(form)) expect.fail(form.sentence);
    expect(form.fields.some(({ id }) => id === 'sections')).toBe(Object.keys(meant).length === 0);
  });

  it('says whose it is where a message is about several', () => {
    const labels = reassigns(told(review, 'dev', 'platform').actions).map(({ label }) => label);
    expect(labels).toEqual(['Reassign from Dana Cole', 'Reassign from Pia Lund']);
  });
});

const prompts = theirs.map(({ prompt }) => prompt);
const handover = { from: 'dev', to: 'platform', by: 'dev', prompts, at: review.openedAt, lasting: false };
const handedOver = { ...left(() => false), handovers: [handover] };

it.each<[string, Review, string]>([
  ['handed over', handedOver, 'Nothing of it is open any more.'],
  ['closed', closed().story.review, 'The review is over; nothing is chased any more.'],
])('once it is %s it says so once, and names nobody for having been late', (_, of, since) => {
  const duties = [about('dev'), { ...about('dev'), key: 'k', kind: 'escalate to accountable' as const }] as const;
  const card = JSON.stringify(draw({ show: 'notice', duties: [...duties] }, sceneOf(of, 'security')));
  expect(card).toContain(`This was about prompts that were still open after they were due. ${since}`);
  expect(card).not.toContain('Dana');
});
