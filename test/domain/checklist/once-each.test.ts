/** What was worked out once is not taken for what follows from something else. */
import { expect, it } from 'vitest';
import { onceEach } from '../../../src/domain/checklist/once-each.ts';

it('is worked out once for each two', () => {
  let times = 0;
  const both = onceEach((one: { readonly name: string }, by: { readonly name: string }) => {
    times += 1;
    return `${one.name} by ${by.name}`;
  });
  const [review, next, checklist, other] = ['review', 'next', 'checklist', 'other'].map((name) => ({ name }));
  if (!review || !next || !checklist || !other) throw new Error('There are four.');
  expect([both(review, checklist), both(review, checklist), times]).toEqual([
    'review by checklist',
    'review by checklist',
    1,
  ]);
  expect([both(next, checklist), both(review, other), both(review, checklist)]).toEqual([
    'next by checklist',
    'review by other',
    'review by checklist',
  ]);
});
