/** What people write in Slack is read as they wrote it, whoever asks is answered, and a form says what became of it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/checklist/response.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  await house.close();
});

const described = 'access-control.system-description';
const lastOf = (key: string) => house.slack.dm(house.user(key)).at(-1) ?? expect.fail('Nothing was said.');

/** Pia's window about the prompt that asks for a description. */
async function describing(): Promise<string> {
  house = await slackHouse();
  const { slack, user } = house;
  const review = await house.opened();
  await (await slack.clickInMessage(user('platform'), { click: 'Open', near: 'Access Control' })).answered();
  await slack.clickInMessage(user('platform'), { click: 'Answer', near: 'Describe your access' });
  await slack.when('the window', () => slack.modals(user('platform')).length === 1);
  return review;
}

async function send(values: Record<string, string>): Promise<void> {
  const sent = await house.slack.submitView(house.user('platform'), values);
  expect(sent.errors).toEqual({});
  await sent.next(({ name }) => name === 'response_url');
}

async function sectionWindow(): Promise<string> {
  house = await slackHouse();
  const { slack, user } = house;
  const review = await house.opened();
  await (await slack.clickInMessage(user('platform'), { click: 'Open', near: 'Access Control' })).answered();
  await slack.clickInMessage(user('platform'), { click: 'Answer the rest' });
  await slack.when('the window', () => slack.modals(user('platform')).length === 1);
  return review;
}

const text = (words: string): Answer => ({
  status: 'answered',
  response: { kind: 'text', text: { text: words } },
  evidence: [],
});
const says = () => house.slack.modals(house.user('platform')).at(-1)?.says ?? '';

describe('an answer', () => {
  it('keeps its blank lines and its indentation', async () => {
    await describing();
    await send({ Answer: '  rules:\n    - verbs: [get]\n      resources: [pods]\n\n  Second' });
    const shown = house.slack.says(lastOf('platform'));
    expect(shown).toContain('│ “  rules:\n│     - verbs: [get]\n│       resources: [pods]\n│ \n│   Second”');
  });

  it('in which nobody sees anything is refused as empty', async () => {
    await describing();
    for (const unseen of ['\u200B', '\u3164', '\u2800\u202E']) {
      const sent = await house.slack.submitView(house.user('platform'), { Answer: unseen });
      expect(Object.values(sent.errors)).toEqual(['Give an answer first.']);
    }
  });

  it('names signs that turn what stands around them, and its link shows where it leads', async () => {
    const review = await describing();
    await send({ Answer: 'ok \u202Egnp', 'Evidence link': 'https://evil.example/\u202Emoc.elgoog' });
    const blocks = JSON.stringify(lastOf('platform').blocks);
    expect(blocks).not.toContain('\u202E');
    expect(blocks).toContain('“ok [U+202E]gnp”');
    expect(blocks).toContain('"text":"https://evil.example/%E2%80%AEmoc.elgoog"');
    const item = (await house.review(review)).items.get(described);
    expect(item?.answers[0]?.answer).toMatchObject({ response: { text: { text: 'ok \u202Egnp' } } });
  });
});

it('“Back to the section” leads to the page one came from', async () => {
  house = await slackHouse();
  const { slack, user } = house;
  await house.opened();
  const press = async (click: string, near?: string) =>
    (await slack.clickInMessage(user('platform'), { click, ...(near ? { near } : { nth: 1 }) })).answered();
  await press('Open', 'Kubernetes Workload Security');
  await press('Next page');
  await press('About this');
  await press('Back to the section');
  expect(slack.says(lastOf('platform'))).toContain('page 2 of 2');
});

describe('status', () => {
  it('in the team channel is answered to anybody there with what the channel is told', async () => {
    house = await slackHouse();
    await house.opened();
    const nobody = house.slack.addUser({ realName: 'Greta Gast' }).id;
    for (const who of [house.user('stranger'), nobody]) {
      const told = await house.slack.slashCommand(who, '/review status', { in: house.channel });
      expect(told.body).toMatchObject({ response_type: 'ephemeral' });
      expect(told.text).toContain('0 of 119 answered');
      expect(JSON.stringify(told.body)).not.toContain('Remind everybody');
    }
    const lead = await house.slack.slashCommand(house.user('security'), '/review status', { in: house.channel });
    expect(JSON.stringify(lead.body)).toContain('Remind everybody');
    const mine = await house.slack.slashCommand(nobody, '/review mine', { in: house.channel });
    expect(mine.text).toContain('Type /review status in a review’s team channel');
  });

  it('elsewhere tells whom Muster does not know where to ask', async () => {
    house = await slackHouse();
    await house.opened();
    const nobody = house.slack.addUser({ realName: 'Greta Gast' }).id;
    const elsewhere = house.slack.addChannel({ name: 'random' }).id;
    const told = await house.slack.slashCommand(nobody, '/review status', { in: elsewhere });
    expect(told.text).toContain('Type /review status in a review’s team channel');
    expect(told.text).not.toContain('recorded');
  });
});

describe('the form of a section', () => {
  it('says how much of it was saved', async () => {
    await sectionWindow();
    const labels = { described: /^1\. Describe/, counted: /^3\. How many/ };
    const sent = await house.slack.submitView(house.user('platform'), {
      [fieldLike(labels.described)]: 'Central sign-in.',
      [fieldLike(labels.counted)]: 'a few',
    });
    expect(Object.values(sent.errors)).toEqual([
      '1 saved; 1 needs another look. Write a whole number in digits, such as 12.',
    ]);
  });

  it('says at its top that the review closed, with what was written, and no field to mend it in', async () => {
    const review = await sectionWindow();
    await house.desk.record({ does: 'close', review }, { by: house.who('security'), source: { via: 'slack' } });
    const sent = await house.slack.submitView(house.user('platform'), {
      [fieldLike(/^1\. Describe/)]: 'Central\n  sign-in.',
    });
    expect(sent.errors).toEqual({});
    expect(says()).toMatch(/is closed, so nothing in it can be changed/);
    expect(says()).toContain('│ Central\n│   sign-in.');
  });

  it('says who answered what meanwhile, and that what was entered replaces it', async () => {
    const review = await sectionWindow();
    await house.desk.record(
      { does: 'answer', review, prompt: described, revision: 0, answer: text('By the lead.') },
      { by: house.who('security'), source: { via: 'slack' } },
    );
    await house.slack.submitView(house.user('platform'), { [fieldLike(/^1\. Describe/)]: 'Central sign-in.' });
    expect(says()).toContain(
      'Saga Holm answered 1 (“By the lead.”) meanwhile. What you entered is below, and replaces that answer when you save.',
    );
  });
});

function fieldLike(pattern: RegExp): string {
  const modal = house.slack.modals(house.user('platform')).at(-1) ?? expect.fail('There is no window.');
  return modal.says.split('\n').find((line) => pattern.test(line)) ?? expect.fail(`No field like ${pattern}`);
}
