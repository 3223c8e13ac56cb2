/** What is read in what somebody typed. */
import { expect, it } from 'vitest';
import { type Activity, incoming } from '../../../src/adapters/teams/incoming.ts';

const bot = { id: '28:muster' };
const typed = (text: string, more: Partial<Activity> = {}) =>
  incoming({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: { id: '29:pia' },
    recipient: bot,
    conversation: { id: 'a:pia', conversationType: 'personal' },
    text,
    ...more,
  });

it('is a command without its marks and our name', () => {
  const entities = [{ type: 'mention', mentioned: bot, text: '<at>Muster</at>' }];
  expect(typed('<p><at>Muster</at>&nbsp;<span class="x">open</span> a &lt; b</p>', { entities })).toMatchObject({
    text: 'open a < b',
  });
});

it.each([{ value: {} }, { value: null }, { value: [] }, { value: ['mine'] }, { value: '' }, { value: 'mine' }, {}])(
  'is words where no button was pressed, beside %j',
  (more) => {
    expect(typed('mine', more)).toMatchObject({ is: 'said', text: 'mine' });
  },
);

it('is a press where a button’s data comes along', () => {
  const value = { muster: { press: 'back' } };
  expect(typed('', { value })).toMatchObject({ is: 'pressed', data: value, as: 'message' });
});

it('of a megabyte that never closes a mark is read to its end at once', () => {
  // By a pattern that looks for each mark's end through the rest, this takes minutes.
  const read = typed('<p '.repeat(340_000));
  expect(read).toMatchObject({ is: 'said', text: expect.stringMatching(/^(<p )+<p$/) });
});
