/** What a person can do with a card, and what Teams would not let them send. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '../slack/json.ts';
import { aBot, type Bot } from './a-bot.ts';
import { aCard, execute, message, textBlock, textInput } from './a-card.ts';
import { type TeamsServer, teamsServer } from './teams-server.ts';

let teams: TeamsServer;
let bot: Bot;
let pia: string;

beforeEach(async () => {
  teams = await teamsServer({ rateLimits: false });
  bot = await aBot(teams, async (context) => {
    if (context.activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: answer });
  });
  pia = teams.addPerson({ name: 'Pia Lund' }).id;
  teams.installSilently(pia);
});
afterEach(async () => {
  await bot.close();
  await teams.close();
});

const type = 'application/vnd.microsoft.activity.message';
let answer: unknown = { status: 200, body: { statusCode: 200, type, value: 'Noted.' } };

const choices = [
  { title: 'Amazon', value: 'aws' },
  { title: 'Azure', value: 'az' },
];
const form = aCard({
  body: [
    textInput('Name', { isRequired: true, errorMessage: 'Say a name.' }),
    textInput('Clouds', { type: 'Input.ChoiceSet', choices, isMultiSelect: true, value: 'az' }),
    { type: 'Input.Number', id: 'days', label: 'Days (optional)', max: 30 },
    { type: 'Input.Toggle', id: 'sure', label: 'Sure', title: 'I mean it' },
  ],
  actions: [execute('Save'), execute('Back', aside())],
});

function aside(): Fields {
  const fallback = { type: 'Action.Submit', title: 'Back', data: { act: 'Back' }, associatedInputs: 'none' };
  return { associatedInputs: 'none', fallback };
}

function data(activity: Fields): unknown {
  return (activity['value'] as { action: { data: unknown } }).action.data;
}

test('fields are sent as strings with what the button says, and empty ones not at all', async () => {
  await bot.post(teams.chatIdOf(pia), message(form));
  const whole = { Name: 'Pia', Clouds: ['Amazon', 'az'], Days: 7, Sure: true };
  const { activity } = await teams.press(pia, { press: 'Save', fill: whole });
  expect(data(activity)).toEqual({ act: 'Save', name: 'Pia', clouds: 'aws,az', days: '7', sure: 'true' });
  const least = await teams.press(pia, { press: 'Save', fill: { Name: 'Pia', Clouds: [] } });
  expect(data(least.activity)).toEqual({ act: 'Save', name: 'Pia', sure: 'false' });
  expect(data((await teams.press(pia, { press: 'Back' })).activity)).toEqual({ act: 'Back' });
  expect(teams.violations).toEqual([]);
});

test('what Teams would not send, or nobody sees, is an error of the test', async () => {
  await bot.post(teams.chatIdOf(pia), message(form));
  await expect(teams.press(pia, { press: 'Save' })).rejects.toThrow('Say a name.');
  await expect(teams.press(pia, { press: 'Save', fill: { Name: 'P', Days: 31 } })).rejects.toThrow('31');
  await expect(teams.press(pia, { press: 'Save', fill: { Shoes: 'P' } })).rejects.toThrow('called Shoes');
  await expect(teams.press(pia, { press: 'Save', fill: { Name: 'P', Clouds: 'Moon' } })).rejects.toThrow(
    'no choice Moon',
  );
  await expect(teams.press(pia, { press: 'Undo' })).rejects.toThrow('[Save]');
});

test('of several buttons of one name the one near some words is pressed', async () => {
  const asks = (what: string) => [textBlock(what), { type: 'ActionSet', actions: [execute('Yes', { verb: what })] }];
  await bot.post(teams.chatIdOf(pia), message(aCard({ body: [...asks('One'), ...asks('Two')] })));
  await expect(teams.press(pia, { press: 'Yes' })).rejects.toThrow('2 things');
  const { activity } = await teams.press(pia, { press: 'Yes', near: 'Two' });
  expect(activity['value']).toMatchObject({ action: { verb: 'Two' } });
});

test('a look refreshes the card for those it names', async () => {
  const bo = teams.addPerson({ name: 'Bo Ek' }).id;
  const refresh = { action: { type: 'Action.Execute', verb: 'refresh', data: { at: 3 } }, userIds: [pia] };
  await bot.post(teams.chatIdOf(pia), message(aCard({ refresh })));
  const [card] = teams.chat(pia);
  if (!card) throw new Error('No card came.');
  const told = await teams.look(pia, card);
  expect(told?.activity['value']).toMatchObject({ trigger: 'automatic', action: { verb: 'refresh', data: { at: 3 } } });
  expect(await teams.look(bo, card)).toBeUndefined();
});

test('what is hidden cannot be pressed until it is shown', async () => {
  const more = { type: 'Action.ToggleVisibility', title: 'More', targetElements: ['rest'] };
  const rest = {
    type: 'Container',
    id: 'rest',
    isVisible: false,
    items: [{ type: 'ActionSet', actions: [execute('No')] }],
  };
  await bot.post(teams.chatIdOf(pia), message(aCard({ body: [rest], actions: [more] })));
  await expect(teams.press(pia, { press: 'No' })).rejects.toThrow('Nothing to press');
  teams.toggle(pia, { press: 'More' });
  expect((await teams.press(pia, { press: 'No' })).status).toBe(200);
  expect(teams.violations).toEqual([]);
});

test('an answer that Teams cannot show is seen', async () => {
  answer = { status: 200, body: { ok: true } };
  await bot.post(teams.chatIdOf(pia), message(aCard({ actions: [execute('Yes')] })));
  await teams.press(pia, { press: 'Yes' });
  expect(teams.violations[0]?.in).toBe('the answer to an invoke');
});
