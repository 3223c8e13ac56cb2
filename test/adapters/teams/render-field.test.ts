/** How a field of a form is called in Teams. */
import { expect, it } from 'vitest';
import { inputOf } from '../../../src/adapters/teams/render-field.ts';

it('calls a field optional only where nothing is owed', () => {
  const labelOf = (more: object) =>
    inputOf({ id: 'note', label: 'Note', input: 'line', ...more }, { label: 100, option: 100 });
  expect([labelOf({}), labelOf({ optional: true }), labelOf({ optional: true, owed: true })]).toMatchObject([
    { label: 'Note' },
    { label: 'Note (optional)' },
    { label: 'Note' },
  ]);
});
