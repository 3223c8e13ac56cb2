/** Each act works wherever it is offered, and from whichever client. */
import { afterEach, describe, expect, it } from 'vitest';
import { promptOf } from '../../../src/domain/checklist/checklist.ts';
import { isRefusal, type ReviewId } from '../../../src/domain/event.ts';
import { openItems } from '../../../src/domain/review/asked.ts';
import { currentAnswer, type Item } from '../../../src/domain/review/review.ts';
import { checklist } from '../../support/a-review.ts';
import { answerYes, offeringLastTime } from '../../support/answering.ts';
import { inputsOf } from '../../support/teams/person/visible.ts';
import { type Place, placeIn, places } from './places.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(async () => {
  expect(house.teams.violations).toEqual([]);
  expect(house.teams.pages).toEqual([]);
  expect(house.log.said.filter(({ level }) => level === 'error')).toEqual([]);
  await house.close();
});

describe.each(places)('$name', ({ how }) => {
  let place: Place;

  async function begin(): Promise<ReviewId> {
    house = await teamsHouse();
    place = placeIn(house, how);
    return house.opened();
  }
  const item = async (review: ReviewId, prompt: string): Promise<Item> =>
    (await house.review(review)).items.get(prompt) ?? expect.fail(`Nothing is called ${prompt}.`);
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
    await place.press('platform', { press: 'Yes' });
    expect(currentAnswer(await item(review, prompt))).toMatchObject({ by: house.who('platform'), revision: 1 });
    expect(place.says('platform')).toContain('Recorded.');
    expect(place.says('platform')).toContain('you, just now');
  });

  it('a yes that wants detail is saved, and then asked for it', async () => {
    const review = await begin();
    const wanting = await ofPia(
      review,
      ({ answer }) => answer.kind === 'verdict' && !!answer.detail?.when.includes('yes'),
    );
    await place.show('platform', wanting.view);
    await place.press('platform', { press: 'Yes' });
    expect(place.says('platform')).toContain('Still to say:');
    await place.fill('platform', { press: 'Add detail' }, { Detail: 'Every day & **bold** [x](https://evil.example)' });
    expect((await item(review, wanting.prompt)).answers).toHaveLength(2);
    expect(place.says('platform')).toContain('Every day & **bold** [x](https://evil.example)');
  });

  it('a form answers with a note and evidence', async () => {
    const review = await begin();
    const { prompt, view } = await ofPia(review, ({ answer }) => answer.kind === 'verdict');
    await place.show('platform', view);
    const filling = { Answer: 'No', Note: 'Not <yet>', 'Evidence link': 'https://example.com/a?b=1&c=2' };
    await place.fill('platform', { press: 'With evidence or note' }, filling);
    expect(currentAnswer(await item(review, prompt))?.answer).toMatchObject({ note: { text: 'Not <yet>' } });
    expect(place.says('platform')).toContain('Not <yet>');
  });

  it('one may not know, put it off, hand it over, and ask why', async () => {
    const review = await begin();
    const { prompt, view } = await ofPia(review, ({ answer }) => answer.kind === 'verdict');
    await place.show('platform', view);
    await place.fill(
      'platform',
      { press: 'Not applicable or unsure' },
      { 'What is it': 'I do not know', Why: 'Nobody knows' },
    );
    expect(currentAnswer(await item(review, prompt))?.answer.status).toBe("don't know");
    await place.fill('platform', { press: 'Hand over' }, { 'To whom': 'Ravi Shah' });
    expect((await item(review, prompt)).owner).toBe(house.who('sre'));
    await place.show('platform', { show: 'opening', review });
    await place.fill('platform', { press: 'Remind me…' });
    expect((await house.review(review)).snoozed.size).toBe(1);
    await place.show('platform', { show: 'opening', review });
    await place.press('platform', { press: 'Why me?' });
    expect(place.says('platform')).toContain('Asked');
  });

  it('a whole section is answered in one form, and what is wrong stands at its field, with what was entered', async () => {
    const review = await begin();
    const section = 'access-control';
    await place.show('platform', { show: 'section', review, section, page: 1 });
    await place.press('platform', { press: 'Answer the rest' });
    const ids = [...inputsOf(place.card('platform'))].map(({ id }) => String(id));
    const verdictFor = (id: string) => id.replace('/detail', '/verdict').replace('text:', 'one:');
    const lonely =
      ids.find((id) => id.endsWith('/detail') && ids.includes(verdictFor(id))) ??
      expect.fail('No prompt takes detail.');
    const labelled = (id: string) => {
      const found = [...inputsOf(place.card('platform'))].find((input) => input['id'] === id);
      return String(found?.['label'] ?? expect.fail(`There is no ${id}.`));
    };
    await place.send('platform', {
      [labelled(`text:${section}.system-description/text`)]: 'Central sign-in.',
      [labelled(lonely)]: 'Only detail',
    });
    expect((await item(review, `${section}.system-description`)).answers).toHaveLength(1);
    expect(place.says('platform')).toContain('Choose yes, no or partly.');
    expect(JSON.stringify([...inputsOf(place.card('platform'))])).toContain('Only detail');
    const verdict = verdictFor(lonely);
    await place.send('platform', { [labelled(verdict)]: 'Yes' });
    expect((await item(review, verdict.split(/[:/]/)[1] ?? '')).answers).toHaveLength(1);
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
    const done = await house.desk.record(intent, { by: items.get(other)?.owner ?? '', source: { via: 'teams' } });
    expect(isRefusal(done)).toBe(false);
    await place.show('platform', view);
    await place.fill('platform', { press: 'Same as…' }, { 'Same answer as': other });
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
    await house.desk.record(intent, { by: house.who('platform'), source: { via: 'teams' } });
    await place.show('security', { show: 'judge', review, page: 1 });
    const judgement = { 'It amounts to': 'It falls short', Why: 'Too short' };
    await place.fill('security', { press: 'Judge', near: 'A secret' }, judgement);
    expect((await item(review, prompt)).judgement?.outcome).toBe('falls short');
    await place.show('security', { show: 'prompt', review, prompt });
    await place.fill('security', { press: 'Redact words' }, { 'Which words': 'A secret', Why: 'It was one' });
    expect(JSON.stringify([...(await item(review, prompt)).answers])).not.toContain('A secret');
    await place.show('security', { show: 'prompt', review, prompt });
    await place.fill('security', { press: 'Ask again next time' }, { 'What changed': 'The identity provider' });
    await place.show('security', { show: 'prompt', review, prompt });
    await place.fill('security', { press: 'Reassign' }, { 'To whom': 'Ravi Shah' });
    expect((await item(review, prompt)).owner).toBe(house.who('sre'));
    await place.show('security', { show: 'status', review });
    await place.press('security', { press: 'Remind everybody' });
    expect(place.says('security')).toContain('A reminder goes out');
  });

  it('the lead closes and an approver signs; nothing can be answered then', async () => {
    const review = await begin();
    const { view } = await ofPia(review, ({ answer }) => answer.kind === 'verdict');
    await place.show('platform', view);
    await place.show('security', { show: 'status', review });
    await place.fill('security', { press: 'Close the review' });
    expect((await house.review(review)).status).toBe('closed');
    await place.press('platform', { press: 'Yes' });
    expect(place.says('platform')).toMatch(/closed/i);
    await place.show('approver', { show: 'sign-off', review });
    await place.fill('approver', { press: 'Sign off' }, { 'I sign this statement': true });
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
    await place.press('platform', { press: /as last time \(/i });
    expect(currentAnswer(await item(review, one?.prompt ?? ''))?.carried).toBeDefined();
    const section = others[0]?.section ?? expect.fail('Nothing more can be carried.');
    await place.show('platform', { show: 'carry', review, section });
    await place.press('platform', { press: /still true$/ });
    const carried = [...(await house.review(review)).items.values()].filter((one) => currentAnswer(one)?.carried);
    expect(carried.length).toBeGreaterThan(1);
  });
});
