/** Each limit of Slack is held here, and what keeps to it passes. */
import type { webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Fields, fields, list } from './json.ts';
import { realClient } from './real-client.ts';
import { type SlackServer, slackServer } from './slack-server.ts';

let slack: SlackServer;
let client: webApi.WebClient;
let pia: string;
beforeAll(async () => {
  slack = await slackServer({ rateLimits: false });
  pia = slack.addUser({ realName: 'Pia Lund' }).id;
  client = realClient(slack);
});
afterAll(() => slack.close());

const words = (count: number) => 'x'.repeat(count);
const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (more: Fields = {}) => ({ type: 'button', text: plain('Yes'), action_id: 'yes', ...more });
const actions = (...elements: Fields[]) => ({ type: 'actions', elements });
const option = (value: string) => ({ text: plain(value), value });
const select = (more: Fields = {}) => ({ type: 'static_select', action_id: 's', options: [option('a')], ...more });
const input = (element: Fields, more: Fields = {}) => ({ type: 'input', label: plain('Why'), element, ...more });
const typed = (more: Fields = {}) => ({ type: 'plain_text_input', action_id: 't', ...more });
const modal = (blocks: Fields[], more: Fields = {}) => ({
  type: 'modal',
  title: plain('Answer'),
  submit: plain('Save'),
  blocks,
  ...more,
});
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** The whole answer, whatever the client makes of it. */
async function call(method: string, args: Fields): Promise<Fields> {
  const before = slack.violations.length;
  const failed = await client.apiCall(method, args).then(
    () => ({ ok: true }),
    (error: { data?: Fields }) => error.data ?? {},
  );
  return { ...failed, violations: slack.violations.slice(before).map(({ says }) => says) };
}
const post = (blocks: unknown[]) => call('chat.postMessage', { channel: pia, text: 'Hello', blocks });
const home = (blocks: unknown[]) => call('views.publish', { user_id: pia, view: { type: 'home', blocks } });
// The trigger is looked at after the view, so any will do for a view that is wrong.
const open = (view: Fields) => call('views.open', { trigger_id: 'none', view });
const messages = (answer: Fields) => list(fields(answer['response_metadata'])['messages']).join('\n');

describe('a message is refused', () => {
  test.each<[string, Fields[], string]>([
    ['with 51 blocks', many(51, () => ({ type: 'divider' })), 'no more than 50 items allowed'],
    ['with 3,001 characters in a section', [section(words(3001))], 'less than 3001'],
    ['with an empty text', [section('')], 'more than 0 characters'],
    ['with a header of 151', [{ type: 'header', text: plain(words(151)) }], 'less than 151'],
    ['with mrkdwn in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }], 'type plain_text'],
    ['with 26 buttons', [actions(...many(26, (n) => button({ action_id: `${n}` })))], 'no more than 25'],
    ['with no buttons', [actions()], 'no fewer than 1'],
    ['with a button of 76', [actions(button({ text: plain(words(76)) }))], 'less than 76'],
    ['with a value of 2,001', [actions(button({ value: words(2001) }))], 'less than 2001'],
    ['with an action_id of 256', [actions(button({ action_id: words(256) }))], 'less than 256'],
    ['with a block_id of 256', [{ ...actions(button()), block_id: words(256) }], 'less than 256'],
    ['with one action_id twice in a block', [actions(button(), button())], 'action_id "yes" already exists'],
    ['with one block_id twice', many(2, () => ({ ...section('a'), block_id: 'same' })), 'block_id "same" already'],
    ['with an input', [input(typed())], 'unsupported type: input in a message'],
    ['with a text field among buttons', [actions(typed())], 'unsupported element type here'],
    ['with an unknown block', [{ type: 'poem' }], 'unsupported type: poem'],
    ['with an unknown field', [{ ...section('a'), colour: 'red' }], 'invalid additional property: colour'],
    ['with an unknown style', [actions(button({ style: 'warning' }))], 'must be one of primary, danger'],
    ['with 11 things in a context', [{ type: 'context', elements: many(11, () => plain('a')) }], 'no more than 10'],
    ['with a section of nothing', [{ type: 'section' }], 'text or fields'],
    ['with 101 options', [actions(select({ options: many(101, (n) => option(`${n}`)) }))], 'no more than 100'],
    ['with an option of 76', [actions(select({ options: [option(words(76))] }))], 'less than 76'],
    ['with 6 in an overflow', [actions({ type: 'overflow', options: many(6, (n) => option(`${n}`)) })], 'more than 5'],
    ['preset to no option', [actions(select({ initial_option: option('b') }))], 'exactly match'],
  ])('%s', async (_, blocks, says) => {
    const answer = await post(blocks);
    expect(answer['error']).toBe('invalid_blocks');
    expect(messages(answer)).toContain(says);
    expect(answer['violations']).not.toEqual([]);
  });

  test('with too many words in all its blocks together', async () => {
    expect(await post(many(4, () => section(words(3000))))).toMatchObject({ error: 'msg_blocks_too_long' });
  });

  test('with nothing in it, or with too long a text', async () => {
    expect(await call('chat.postMessage', { channel: pia })).toMatchObject({ error: 'no_text' });
    expect(await call('chat.postMessage', { channel: pia, text: words(40_001) })).toMatchObject({
      error: 'msg_too_long',
    });
    const { ts, channel = '' } = await client.chat.postMessage({ channel: pia, text: words(40_000) });
    expect(await call('chat.update', { channel, ts, text: words(4_001) })).toMatchObject({ error: 'msg_too_long' });
    expect(await call('chat.update', { channel, ts, text: words(4_000) })).toMatchObject({ ok: true });
  });
});

describe('a modal is refused', () => {
  test.each<[string, Fields, string]>([
    ['with inputs and no submit', modal([input(typed())], { submit: undefined }), 'submit is required'],
    ['with a title of 25', modal([section('a')], { title: plain(words(25)) }), 'less than 25'],
    ['with a submit of 25', modal([section('a')], { submit: plain(words(25)) }), 'less than 25'],
    ['with metadata of 3,001', modal([section('a')], { private_metadata: words(3001) }), 'less than 3001'],
    ['with 101 blocks', modal(many(101, () => ({ type: 'divider' }))), 'no more than 100'],
    ['with no blocks', modal([]), 'no fewer than 1'],
    ['with a label of 2,001', modal([input(typed(), { label: plain(words(2001)) })]), 'less than 2001'],
    [
      'with 11 radio buttons',
      modal([input({ type: 'radio_buttons', options: many(11, (n) => option(`${n}`)) })]),
      'more than 10',
    ],
    ['with a markdown block', modal([{ type: 'markdown', text: 'a' }]), 'markdown in a modal'],
    ['preset longer than it may be', modal([input(typed({ max_length: 2, initial_value: 'abc' }))]), 'longer than'],
    ['with two fields in focus', modal(many(2, () => input(typed({ focus_on_load: true })))), 'only one'],
  ])('%s', async (_, view, says) => {
    const answer = await open(view);
    expect(answer['error']).toBe('invalid_arguments');
    expect(messages(answer)).toContain(says);
  });

  test('over 250 KB', async () => {
    const view = modal(many(90, () => input(typed({ initial_value: words(2900) }))));
    expect(await open(view)).toMatchObject({ error: 'view_too_large' });
  });
});

test('a Home takes a hundred blocks, and no title', async () => {
  expect(await home(many(100, () => section('a')))).toMatchObject({ ok: true, violations: [] });
  expect(await home(many(101, () => section('a')))).toMatchObject({ error: 'invalid_arguments' });
  const view = { type: 'home', title: plain('Home'), blocks: [section('a')] };
  expect(messages(await call('views.publish', { user_id: pia, view }))).toContain('additional property: title');
});

test('what keeps to every limit passes', async () => {
  const most = [
    { type: 'header', text: plain(words(150)) },
    { ...section('*Fine* & so <on>'.replace('&', '&amp;').replace('<on>', '&lt;on&gt;')), accessory: button() },
    actions(...many(25, (n) => button({ action_id: `${n}`, text: plain(words(75)), value: words(2000) }))),
    { type: 'context', elements: many(10, () => ({ type: 'mrkdwn', text: '<https://example.com|here>' })) },
    actions(select({ options: many(100, (n) => option(`${n}`)), initial_option: option('7') })),
  ];
  expect(await post(most)).toMatchObject({ ok: true, violations: [] });
});

test('words that would page people are seen, and so is what is not escaped', async () => {
  const pages = slack.pages.length;
  await post([section('<!channel> and <@U123> and <!subteam^S1>'), { type: 'context', elements: [plain('<!here>')] }]);
  expect(slack.pages.slice(pages).map(({ whom }) => whom)).toEqual(['<!channel>', '<@U123>', '<!subteam^S1>']);
  expect(await post([section('Q&A &amp; <b>')])).toMatchObject({
    ok: true,
    violations: ['a bare &', 'a bare <', 'a bare >'].map((says) => expect.stringContaining(says)),
  });
  expect(await post([section('> quoted\n&gt; 3 &lt; 4 <https://a.example|a>')])).toMatchObject({ violations: [] });
});
