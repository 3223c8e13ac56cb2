/** What Teams would not take, or would show as nobody meant it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fields } from '../slack/json.ts';
import { aBot, type Bot } from './a-bot.ts';
import { aCard, execute, message, textBlock, textInput } from './a-card.ts';
import { type TeamsServer, teamsServer } from './teams-server.ts';

let teams: TeamsServer;
let bot: Bot;
let pia: string;

beforeEach(async () => {
  teams = await teamsServer();
  bot = await aBot(teams, async () => {});
  pia = teams.addPerson({ name: 'Pia Lund' }).id;
  teams.installSilently(pia);
});
afterEach(async () => {
  await bot.close();
  await teams.close();
});

const post = (activity: Fields) => bot.post(teams.chatIdOf(pia), activity);

describe('a card', () => {
  const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
  test.each<[string, Fields, string]>([
    ['of another version', aCard({ version: '1.4' }), 'version'],
    ['with a field nobody knows', aCard({ authentication: {} }), 'authentication'],
    ['with nothing in it', aCard({ body: [] }), 'body'],
    ['with an element nobody knows', aCard({ body: [{ type: 'Carousel' }] }), 'parser'],
    ['with an Action.Execute without a verb', aCard({ actions: [execute('Yes', { verb: undefined })] }), 'verb'],
    [
      'with an Action.Execute without a fallback',
      aCard({ actions: [execute('Yes', { fallback: undefined })] }),
      'fallback',
    ],
    ['with seven buttons', aCard({ actions: many(7, (at) => execute(`${at}`)) }), 'six'],
    ['with no choices', aCard({ body: [textInput('A', { type: 'Input.ChoiceSet', choices: [] })] }), 'choices'],
    [
      'with two inputs of one id',
      aCard({ body: [textInput('A'), textInput('A')], actions: [execute('Yes')] }),
      'the id a',
    ],
    ['with an input without a label', aCard({ body: [textInput('A', { label: undefined })] }), 'label'],
    ['with inputs nobody sends', aCard({ body: [textInput('A')] }), 'no action sends'],
    [
      'refreshed for 61 people',
      aCard({ refresh: { action: execute('R', { fallback: undefined }), userIds: many(61, (at) => `29:${at}`) } }),
      'userIds',
    ],
    ['of more than 25 KB', aCard({ body: [textBlock('a'.repeat(26_000))] }), 'bytes'],
  ])('%s is refused', async (_, card, says) => {
    const { failed } = await post(message(card));
    expect(failed?.statusCode).toBeGreaterThanOrEqual(400);
    expect(teams.violations.map((violation) => violation.says).join('\n')).toContain(says);
    expect(teams.chat(pia)).toEqual([]);
  });

  test('beside a text, or beside another, is refused', async () => {
    expect((await post({ ...message(aCard()), text: 'Look' })).failed?.statusCode).toBe(400);
    const two = message(aCard()).attachments.concat(message(aCard()).attachments);
    expect((await post({ ...message(aCard()), attachments: two })).failed?.statusCode).toBe(400);
    expect(
      (await post({ type: 'message', summary: 'a', attachments: [{ contentType: 'image/png' }] })).failed,
    ).toBeDefined();
  });

  test('shows when a person’s marks come alive, and whom it calls', async () => {
    const nasty = 'see **this** and [here](http://evil.example)';
    teams.writtenByPeople(nasty);
    await post(message(aCard({ body: [textBlock(nasty.replaceAll(/[*[\]()]/g, '\\$&'))] })));
    expect(teams.violations).toEqual([]);
    await post(message(aCard({ body: [textBlock(`Pia: ${nasty}`), textBlock('<at>Bo</at>')] })));
    expect(teams.violations.map(({ says }) => says)).toEqual([
      expect.stringContaining('strong “this”'),
      expect.stringContaining('link “here” to http://evil.example'),
    ]);
    expect(teams.pages.map(({ whom }) => whom)).toEqual(['Bo']);
  });

  test('shows where Teams works out what somebody wrote, save in what a field brings back', async () => {
    const [day, time] = ['{{DATE(2026-11-20T00:00:00Z,LONG)}}', '{{TIME(2026-11-20T09:00:00Z)}}'];
    const inputs = [textInput('A', { value: day })];
    await post(message(aCard({ body: inputs, actions: [execute('Yes', { data: { act: day } })] })));
    expect(teams.violations).toEqual([]);
    const run = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: `On ${day}` }] };
    await post(message(aCard({ body: [run, textInput(time)], actions: [execute('Yes')] })));
    expect(teams.violations.map(({ says }) => says)).toEqual([
      `Teams works this out: ${day}`,
      `Teams works this out: ${time}`,
    ]);
  });
});
