/** Each act works wherever it is offered: in a message, in a window over Home, and beside a command. */
import { afterEach, describe, expect, it } from 'vitest';
import { promptOf } from '../../../src/domain/checklist/checklist.ts';
import { isOtherVerdict } from '../../../src/domain/checklist/outcome.ts';
import { isRefusal, type ReviewId } from '../../../src/domain/event.ts';
import { openItems } from '../../../src/domain/review/asked.ts';
import { currentAnswer, type Item } from '../../../src/domain/review/review.ts';
import { checklist } from '../../support/a-review.ts';
import { answerYes, offeringLastTime } from '../../support/answering.ts';
import type { Aim } from '../../support/slack/person/find.ts';
import type { Filling } from '../../support/slack/person/modals.ts';
import { type Place, places } from './places.ts';
import { type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
afterEach(async () => {
  expect(house.slack.violations).toEqual([]);
  expect(house.slack.pages).toEqual([]);
  expect(house.log.said.filter(({ level }) => level === 'error')).toEqual([]);
  await house.close();
});

describe.each(places)('$name', ({ make }) => {
  let place: Place;

  async function begin(): Promise<ReviewId> {
    house = await slackHouse();
    place = make(house);
    return house.opened();
  }
  const item = async (review: ReviewId, prompt: string): Promise<Item> =>
    (await house.review(review)).items.get(prompt) ?? expect.fail(`Nothing is called ${prompt}.`);
  async function press(who: string, aim: Aim): Promise<void> {
    const told = await place.press(who, aim);
    expect(told.status).toBe(200);
    await place.shown(told);
  }
  async function fill(who: string, aim: Aim, filling: Filling = {}): Promise<void> {
    const before = house.slack.modals(house.user(who)).length;
    expect((await place.press(who, aim)).status).toBe(200);
    await house.slack.when('a form', () => house.slack.modals(house.user(who)).length > before);
    const sent = await house.slack.submitView(house.user(who), filling);
    expect(sent.status).toBe(200);
    expect(sent.errors).toEqual({});
    await place.shown(sent);
  }
  /** A prompt of Pia's that fits, with the view that shows it. */
  async function ofPia(review: ReviewId, fits: (prompt: ReturnType<typeof promptOf>) => boolean) {
    const open = openItems(await house.review(review), checklist, house.who('platform'));
    const found =
      open.find(({ prompt }) => fits(promptOf(checklist, prompt))) ?? expect.fail('There is no such prompt.');
    return { prompt: found.prompt, view: { show: 'prompt', review, prompt: found.prompt } as const };
  }

  it('one click answers, and says so', async () => {
    const review = await begin();
    const { prompt, view } = await ofPia(review, ({ answer }) => answer.kind === 'verdict');
    await place.show('platform', view);
    await press('platform', { click: 'Yes' });
    expect(currentAnswer(await item(review, prompt))).toMatchObject({ by: house.who('platform'), revision: 1 });
    expect(place.says('platform')).toContain('Recorded.');
    expect(place.says('platform')).toContain('you, just now');
  });

  it('a no where yes is good is said with what is missing, with one press more', async () => {
    const review = await begin();
    const { prompt, view } = await ofPia(review, (one) => isOtherVerdict(one, 'no'));
    await place.show('platform', view);
    await fill('platform', { click: 'No' }, { 'What is missing': 'Half of the clusters' });
    const { answer } = currentAnswer(await item(review, prompt)) ?? expect.fail();
    expect(answer).toMatchObject({ response: { verdict: 'no' }, note: { text: 'Half of the clusters' } });
    expect(place.says('platform')).toContain('Half of the clusters');
  });

  it('a yes that wants detail is saved, and then asked for it', async () => {
    const review = await begin();
    const wanting = await ofPia(
      review,
      ({ answer }) => answer.kind === 'verdict' && !!answer.detail?.when.includes('yes'),
    );
    await place.show('platform', wanting.view);
    await press('platform', { click: 'Yes' });
    expect(place.says('platform')).toContain('Still to say:');
    await fill('platform', { click: 'Add detail' }, { Detail: 'Every day & <!channel>' });
    expect((await item(review, wanting.prompt)).answers).toHaveLength(2);
    expect(place.says('platform')).toContain('Every day & <!channel>');
  });

  it('a form answers with a note and evidence', async () => {
    const review = await begin();
    const { prompt, view } = await ofPia(review, ({ answer }) => answer.kind === 'verdict');
    await place.show('platform', view);
    const filling = { Answer: 'No', Note: 'Not <yet>', 'Evidence link': 'https://example.com/a?b=1&c=2' };
    await fill('platform', { click: 'With evidence or note' }, filling);
    expect(currentAnswer(await item(review, prompt))?.answer).toMatchObject({ note: { text: 'Not <yet>' } });
    expect(place.says('platform')).toContain('Not <yet>');
  });

  it('one may not know, put it off, hand it over, and ask why', async () => {
    const review = await begin();
    const { prompt, view } = await ofPia(review, ({ answer }) => answer.kind === 'verdict');
    await place.show('platform', view);
    await fill(
      'platform',
      { click: 'Not applicable or unsure' },
      { 'What is it': 'I do not know', Why: 'Nobody knows' },
    );
    expect(currentAnswer(await item(review, prompt))?.answer.status).toBe("don't know");
    await fill('platform', { click: 'Hand over' }, { 'To whom': 'Ravi Shah' });
    expect((await item(review, prompt)).owner).toBe(house.who('sre'));
    await place.show('platform', { show: 'opening', review });
    await fill('platform', { click: 'Remind me…' });
    expect((await house.review(review)).snoozed.size).toBe(1);
    await place.show('platform', { show: 'opening', review });
    await press('platform', { click: 'Why me?' });
    expect(place.says('platform')).toContain('Asked');
  });

  it('a whole section is answered in one form, and what is wrong stands at its field', async () => {
    const review = await begin();
    const section = 'access-control';
    await place.show('platform', { show: 'section', review, section, page: 1 });
    const before = house.slack.modals(house.user('platform')).length;
    await place.press('platform', { click: 'Answer the rest' });
    await house.slack.when('a form', () => house.slack.modals(house.user('platform')).length > before);
    const blocks = house.slack.modals(house.user('platform')).at(-1)?.blocks ?? [];
    const verdicts = blocks.map(({ block_id: id }) => String(id)).filter((id) => id.endsWith('/verdict'));
    const details = blocks.map(({ block_id: id }) => String(id)).filter((id) => id.endsWith('/detail'));
    const lonely = details.find((id) => verdicts.includes(id.replace('/detail', '/verdict')));
    const filling = {
      [`${section}.system-description/text`]: 'Central sign-in.',
      ...(lonely && { [lonely]: 'Only detail' }),
    };
    const sent = await house.slack.submitView(house.user('platform'), filling);
    expect(sent.status).toBe(200);
    expect((await item(review, `${section}.system-description`)).answers).toHaveLength(1);
    if (!lonely) return;
    expect(Object.values(sent.errors).join(' ')).toContain('Choose yes, no or partly.');
    const verdict = lonely.replace('/detail', '/verdict');
    const again = await house.slack.submitView(house.user('platform'), { [verdict]: 'Yes' });
    expect(again.errors).toEqual({});
    expect((await item(review, verdict.split('/')[0] ?? '')).answers).toHaveLength(1);
    expect((await item(review, `${section}.system-description`)).answers).toHaveLength(1);
  });

  it('a related prompt is answered the same', async () => {
    const review = await begin();
    const same = (a: string, b: string) =>
      JSON.stringify(promptOf(checklist, a).answer) === JSON.stringify(promptOf(checklist, b).answer);
    const { items } = await house.review(review);
    const { prompt, view } = await ofPia(review, ({ id, related }) =>
      related.some((other) => same(id, other) && items.get(other)?.asked !== undefined),
    );
    const other =
      promptOf(checklist, prompt).related.find((each) => same(prompt, each) && items.get(each)?.asked) ?? '';
    const answer = { status: "don't know" as const, reason: { text: 'Nobody knows' }, evidence: [] };
    const intent = { does: 'answer', review, prompt: other, revision: 0, answer } as const;
    const done = await house.desk.record(intent, { by: items.get(other)?.owner ?? '', source: { via: 'slack' } });
    expect(isRefusal(done)).toBe(false);
    await place.show('platform', view);
    await fill('platform', { click: 'Same as…' }, { 'Same answer as': other });
    expect(currentAnswer(await item(review, prompt))?.sameAs).toBe(other);
  });

  it('the lead judges, asks again, redacts, reminds and reassigns', async () => {
    const review = await begin();
    const prompt = 'access-control.system-description';
    const answer = {
      status: 'answered' as const,
      response: { kind: 'text' as const, text: { text: 'A secret' } },
      evidence: [],
    };
    const intent = { does: 'answer', review, prompt, revision: 0, answer } as const;
    await house.desk.record(intent, { by: house.who('platform'), source: { via: 'slack' } });
    await place.show('security', { show: 'judge', review, page: 1 });
    const judgement = { 'It amounts to': 'It falls short', Why: 'Too short' };
    await fill('security', { click: 'Judge', near: 'A secret' }, judgement);
    expect((await item(review, prompt)).judgement?.outcome).toBe('falls short');
    await place.show('security', { show: 'prompt', review, prompt });
    await fill('security', { click: 'Redact words' }, { 'Which words': 'A secret', Why: 'It was one' });
    expect(JSON.stringify([...(await item(review, prompt)).answers])).not.toContain('A secret');
    await place.show('security', { show: 'prompt', review, prompt });
    await fill('security', { click: 'Ask again next time' }, { 'What changed': 'The identity provider' });
    await place.show('security', { show: 'prompt', review, prompt });
    await fill('security', { click: 'Reassign' }, { 'To whom': 'Ravi Shah' });
    expect((await item(review, prompt)).owner).toBe(house.who('sre'));
    await place.show('security', { show: 'status', review });
    await press('security', { click: 'Remind everybody' });
    expect(place.says('security')).toContain('A reminder goes out');
  });

  it('the lead closes and an approver signs; nothing can be answered then', async () => {
    const review = await begin();
    const { view } = await ofPia(review, ({ answer }) => answer.kind === 'verdict');
    await place.show('platform', view);
    await place.show('security', { show: 'status', review });
    await fill('security', { click: 'Close the review' });
    expect((await house.review(review)).status).toBe('closed');
    await press('platform', { click: 'Yes' });
    expect(place.says('platform')).toMatch(/closed/i);
    await place.show('approver', { show: 'sign-off', review });
    await fill('approver', { click: 'Sign off' }, { 'I sign this statement': ['Yes'] });
    expect((await house.review(review)).status).toBe('signed off');
  });

  it('what was said last time is carried, one prompt or many, after it was seen', async () => {
    const first = await begin();
    await answerYes(house, first);
    await house.until('2027-01-05T09:30:00.000Z');
    const [row] = await house.ports.readings.reviews();
    const review = row?.id === first ? expect.fail('The next one did not open.') : (row?.id ?? '');
    const [one, ...others] = await offeringLastTime(house, review, 'platform');
    await place.show('platform', { show: 'prompt', review, prompt: one?.prompt ?? '' });
    await press('platform', { click: /as last time \(/i });
    expect(currentAnswer(await item(review, one?.prompt ?? ''))?.carried).toBeDefined();
    const section = others[0]?.section ?? expect.fail('Nothing more can be carried.');
    await place.show('platform', { show: 'carry', review, section });
    await press('platform', { click: /still true$/ });
    const carried = [...(await house.review(review)).items.values()].filter((one) => currentAnswer(one)?.carried);
    expect(carried.length).toBeGreaterThan(1);
  });
});

describe('on Home itself', () => {
  const shown = () => house.slack.home(house.user('platform'))?.says ?? '';

  async function begin(): Promise<ReviewId> {
    house = await slackHouse();
    const review = await house.opened();
    for (const who of ['platform', 'security'])
      await (await house.slack.openHome(house.user(who))).next(({ name }) => name === 'views.publish');
    return review;
  }

  it.each([
    ['platform', 'Answer'],
    ['platform', 'Hand over'],
    ['platform', 'Remind me…'],
    ['platform', 'Why me?'],
    ['security', 'State'],
    ['security', 'Reassign'],
    ['security', 'Close the review'],
  ])('%s presses “%s”, and a window opens', async (who, click) => {
    await begin();
    const told = await house.slack.clickInHome(house.user(who), { click });
    expect(told.status).toBe(200);
    await house.slack.when('a window', () => house.slack.modals(house.user(who)).length === 1);
    expect(house.slack.modals(house.user(who))[0]?.says).not.toContain('One moment');
  });

  it('a form sent from there is recorded, and Home is current', async () => {
    const review = await begin();
    await house.slack.clickInHome(house.user('platform'), { click: 'Hand over' });
    await house.slack.when('a form', () => house.slack.modals(house.user('platform')).length === 1);
    const sections = [...new Set([...(await house.review(review)).items.values()].map(({ section }) => section))];
    expect(sections.length).toBeGreaterThan(1);
    await house.slack.clickInHome(house.user('security'), { click: 'Remind everybody' });
    await house.slack.when(
      'the note',
      () => house.slack.home(house.user('security'))?.says.includes('A reminder goes out to') === true,
    );
    expect((await house.review(review)).nudges.size).toBeGreaterThan(1);
    expect(shown()).toContain('waits for you');
  });

  it('a lead opens the first review from there', async () => {
    house = await slackHouse();
    const lead = house.user('security');
    await (await house.slack.openHome(lead)).next(({ name }) => name === 'views.publish');
    await house.slack.clickInHome(lead, { click: 'Open a review' });
    await house.slack.when('the preview', () => house.slack.modals(lead)[0]?.says.includes('Open a review') === true);
    expect((await house.slack.submitView(lead, {})).status).toBe(200);
    await house.slack.when('what came of it', () => house.slack.home(lead)?.says.includes('You lead it') === true);
    expect(await house.ports.readings.reviews()).toHaveLength(1);
  });
});
