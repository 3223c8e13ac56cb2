/** What is pressed or typed in Teams is done and answered once: no more often when the database fails, and no less when a client uses an id twice. */
import { afterEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../../src/flow/ports/event-store.ts';
import { fields } from '../../support/slack/json.ts';
import { sectionShown } from './section-shown.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;

const cards = () => house.teams.chat(house.user('platform')).filter(({ card }) => card);
const errors = () => house.log.said.filter(({ level }) => level === 'error').map(({ sentence }) => sentence);

describe('what was posted and could not be noted', () => {
  afterEach(() => house.close());

  it.each([
    ['a card', 'mine', () => house.ports.messages, 'add'],
    ['a form', 'handover', () => house.conversations, 'hold'],
  ] as const)('is not posted again: %s', async (_, words, of, step) => {
    house = await teamsHouse();
    await house.opened();
    const before = cards().length;
    const rows: object = of();
    const doing: unknown = Reflect.get(rows, step);
    Object.assign(rows, {
      [step]: async () => {
        Object.assign(rows, { [step]: doing });
        throw new StoreUnavailable('The records are away.');
      },
    });
    const told = await house.teams.say(house.user('platform'), words);
    expect([told.status, (await told.again()).status, cards().length - before]).toEqual([200, 200, 1]);
    expect(errors()).toEqual(['A message in Teams was posted and could not be noted; it is not drawn again.']);
  });
});

describe('two presses that a client gives one id', () => {
  afterEach(() => endWell(house));
  const sameId = (data?: object) => ({
    alter(activity: Record<string, unknown>) {
      const value = fields(activity['value']);
      const action = { ...fields(value['action']), ...(data && { data: { muster: data } }) };
      return { ...activity, id: 'the same', value: { ...value, action } };
    },
  });

  it('are both answered', async () => {
    house = await teamsHouse();
    await house.opened();
    const [of] = cards();
    const before = cards().length;
    await house.teams.press(house.user('platform'), { press: 'Why me?', ...(of && { of }) }, sameId());
    const help = sameId({ press: 'show', view: { show: 'help' } });
    await house.teams.press(house.user('platform'), { press: 'Why me?', ...(of && { of }) }, help);
    expect(cards().length - before).toBe(2);
  });

  it('are both recorded', async () => {
    house = await teamsHouse();
    const review = await house.opened();
    const { place, answerTo } = await sectionShown(house, review);
    const prompt = 'access-control.production-access-count.role-based';
    const answered = (revision: number, verdict: string) =>
      sameId({
        press: 'intent',
        intent: {
          does: 'answer',
          review,
          prompt,
          revision,
          answer: { status: 'answered', response: { kind: 'verdict', verdict }, evidence: [] },
        },
      });
    const user = house.user('platform');
    const of = { ...(cards().at(-1) ?? expect.fail('There is no card.')), card: place.card('platform') };
    await house.teams.press(user, { press: 'Yes', nth: 1, of }, answered(0, 'yes'));
    await house.teams.press(user, { press: 'Yes', nth: 1, of }, answered(1, 'no'));
    expect(await answerTo(prompt)).toMatchObject({ response: { verdict: 'no' } });
  });
});

describe('what no field of ours is called', () => {
  afterEach(() => endWell(house));

  it.each(['text:constructor', 'many:__proto__', 'one:toString'])('hinders nothing: %s', async (name) => {
    house = await teamsHouse();
    const review = await house.opened();
    const { answerTo } = await sectionShown(house, review);
    const told = await house.teams.press(
      house.user('platform'),
      { press: 'Yes', nth: 1 },
      {
        alter(activity) {
          const value = fields(activity['value']);
          const action = fields(value['action']);
          const data = Object.assign(Object.create(null), fields(action['data']));
          Object.defineProperty(data, name, { value: 'x', enumerable: true });
          return { ...activity, value: { ...value, action: { ...action, data } } };
        },
      },
    );
    expect(told.status).toBe(200);
    expect(await answerTo('access-control.production-access-count.role-based')).toMatchObject({
      response: { verdict: 'yes' },
    });
  });
});
