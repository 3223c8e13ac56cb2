/** What a person does with a modal in this Slack reaches a real Bolt app as it would from the real one. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { modal, question } from './a-question.ts';
import { boltOverHttp } from './bolt-app.ts';
import shapeData from './data/payload-shapes.json' with { type: 'json' };
import { foreign } from './foreign.ts';
import { type Fields, text } from './json.ts';
import { realClient } from './real-client.ts';
import { type SlackServer, slackServer } from './slack-server.ts';

let slack: SlackServer;
let bolt: Awaited<ReturnType<typeof boltOverHttp>>;
let pia: string;
let now = 0;
beforeEach(async () => {
  now = Date.parse('2026-11-23T08:30:00.000Z');
  slack = await slackServer({ now: () => now });
  pia = slack.addUser({ realName: 'Pia Lund' }).id;
  bolt = await boltOverHttp(slack);
});
afterEach(async () => {
  await bolt.app.stop();
  await slack.close();
});

const ask = () =>
  realClient(slack).chat.postMessage({
    channel: pia,
    text: 'Two questions',
    blocks: [...question('Is it on?'), ...question('R&amp;D?')],
  });
const trigger = (body: Fields) => text(body['trigger_id']);

const openOn = (title: string) =>
  bolt.answer(async ({ ack, body, client }) => {
    await client.views.open({ trigger_id: trigger(body), view: modal(title) });
    await ack();
  });

describe('a modal', () => {
  beforeEach(async () => void (await ask()));
  const click = () => slack.clickInMessage(pia, { click: 'No', nth: 1 });

  test('is opened once by a click, and within three seconds', async () => {
    openOn('Answer');
    const { payload } = await click();
    expect(slack.modals(pia)).toMatchObject([{ payload: { title: { text: 'Answer' } } }]);
    const open = (trigger_id: string) => realClient(slack).views.open({ trigger_id, view: modal('More') });
    await expect(open(trigger(payload))).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } });
    bolt.answer(({ ack }) => ack());
    const { payload: later } = await click();
    now += 3001;
    await expect(open(trigger(later))).rejects.toMatchObject({ data: { error: 'expired_trigger_id' } });
  });

  test('is sent with what was entered, and stays where the app finds fault', async () => {
    openOn('Answer');
    await click();
    await expect(slack.submitView(pia)).rejects.toThrow('“Why?” must be filled');
    bolt.answer(({ ack }) => ack({ response_action: 'errors', errors: { reason: 'Say more.' } }));
    const sent = await slack.submitView(pia, { 'Why?': 'Because', 'Who?': 'Pia Lund' });
    expect(sent.errors).toEqual({ 'Why?': 'Say more.' });
    expect(sent.payload).toMatchObject({
      view: {
        state: {
          values: {
            reason: { said: { type: 'plain_text_input', value: 'Because' } },
            who: { person: { type: 'users_select', selected_user: pia } },
          },
        },
      },
    });
    expect(foreign(sent.payload, shapeData.shapes.view_submission)).toEqual([]);
    expect(slack.modals(pia)).toHaveLength(1);
    bolt.answer(({ ack }) => ack());
    await slack.submitView(pia);
    expect(slack.modals(pia)).toEqual([]);
    expect(slack.violations).toEqual([]);
  });

  test('stands on others, three at most, and is told when it closes', async () => {
    openOn('One');
    await click();
    for (const title of ['Two', 'Three']) {
      bolt.answer(({ ack }) => ack({ response_action: 'push', view: modal(title) }));
      await slack.submitView(pia, { 'Why?': title });
    }
    bolt.answer(({ ack }) => ack());
    const view = slack.modals(pia).at(-1);
    const closed = await slack.closeView(pia);
    expect(closed?.payload).toMatchObject({ type: 'view_closed', is_cleared: false, view: { id: view?.id } });
    expect(foreign(closed?.payload, shapeData.shapes.view_closed)).toEqual([]);
    expect(slack.modals(pia)).toHaveLength(2);
    bolt.answer(({ ack }) => ack({ response_action: 'clear' }));
    await slack.submitView(pia, { 'Why?': 'Enough' });
    expect(slack.modals(pia)).toEqual([]);
  });

  test('that changed meanwhile is not overwritten by who knows only the old', async () => {
    openOn('Answer');
    await click();
    const client = realClient(slack);
    const [{ id: view_id, hash } = { id: '', hash: '' }] = slack.modals(pia);
    slack.fill(pia, { 'Why?': 'Kept' });
    await client.views.update({ view_id, hash, view: modal('Changed') });
    const stale = client.views.update({ view_id, hash, view: modal('Stale') });
    await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
    expect(slack.modals(pia)).toMatchObject([
      { payload: { state: { values: { reason: { said: { value: 'Kept' } } } } } },
    ]);
  });
});
