/** What several draw in one message of Teams, in one process or in two: what was pressed last and is newest stays there. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReviewId } from '../../../src/domain/event.ts';
import { millisecondsOf, toInstant } from '../../../src/domain/time/instant.ts';
import { StoreUnavailable } from '../../../src/flow/ports/event-store.ts';
import { gate } from '../../support/gate.ts';
import type { Fields } from '../../support/slack/json.ts';
import { type Place, placeIn, sending } from './places.ts';
import { endWell, type TeamsHouse, teamsHouse } from './teams-house.ts';

const section = 'access-control';
let house: TeamsHouse;
let review: ReviewId;
let place: Place;
beforeEach(async () => {
  house = await teamsHouse();
  review = await house.opened();
  place = placeIn(house, { by: 'message' });
  await place.show('platform', view());
});
afterEach(() => endWell(house));

const view = () => ({ show: 'section', review, section, page: 1 }) as const;
const hers = () => house.teams.chat(house.user('platform')).findLast(({ card }) => card) ?? expect.fail('No card.');
const ref = () => ({ platform: 'teams' as const, conversation: hers().conversation, message: hers().id });
type Pressing = Omit<Parameters<TeamsHouse['teams']['press']>[1], 'of'>;
const press = (pressing: Pressing, card: Fields = place.card('platform')) =>
  house.teams.press(house.user('platform'), { of: { ...hers(), card }, ...pressing });
const heldFor = (minutes: number) => house.conversations.isHeld(ref(), inMinutes(minutes));
const inMinutes = (minutes: number) => toInstant(millisecondsOf(house.clock.now()) + minutes * 60_000);
const later = () => house.clock.set(toInstant(millisecondsOf(house.clock.now()) + 5_000));
/** Closed, it ends first what it has begun. */
const allDrawn = () => house.muster.close();
/** The message itself, as a client shows it that was opened anew. */
function stands(): string {
  house.teams.world.shown.clear();
  return place.says('platform');
}

/** Draws there what was before the press, and hangs. */
async function redrawing({ muster }: Pick<TeamsHouse, 'muster'>) {
  const older = await house.desk.card(view(), house.who('platform'));
  const { struck, release } = house.teams.fail('update', { fault: 'hang' });
  return { redraw: async () => muster.messenger.redrawing?.redraw(ref(), view(), older), struck, release };
}

it.each([
  ['at once', () => undefined],
  ['so late that somebody might have written on it since', later],
])('a press comes after what another process began to draw just before it, %s', async (_, meanwhile) => {
  const other = await house.replica();
  const { redraw, struck, release } = await redrawing(other);
  const { beginDrawing, endDrawing, isBeingDrawn } = house.conversations;
  let drawn: ReturnType<typeof redraw> | undefined;
  house.conversations.beginDrawing = async (...asked) => {
    house.conversations.beginDrawing = beginDrawing;
    drawn = redraw();
    await struck;
    house.conversations.isBeingDrawn = async (at) => {
      meanwhile();
      release();
      return isBeingDrawn(at);
    };
    house.conversations.endDrawing = async (...ended) => {
      await endDrawing(...ended);
      release();
    };
    return beginDrawing(...asked);
  };
  await press({ press: 'Yes', nth: 1, fill: { '1. Answer': 'Typed with care' } });
  await allDrawn();
  expect(await drawn).toBe('done');
  await other.close();
  expect(stands()).toContain('1 of 4 answered');
  expect(place.fields('platform')).toMatchObject({ '1. Answer': 'Typed with care' });
});

it('a redraw that finds another process drawing is tried again', async () => {
  const other = await house.replica();
  const { redraw, struck, release } = await redrawing(other);
  const first = redraw();
  await struck;
  const card = await house.desk.card(view(), house.who('platform'));
  const again = () => house.muster.messenger.redrawing?.redraw(ref(), view(), card);
  await expect(again()).rejects.toMatchObject({ certainty: 'not sent', retryAfter: expect.any(Number) });
  release();
  await first;
  expect(await again()).toBe('done');
  await other.close();
});

it('a press comes after a redraw of the same process, however late', async () => {
  const { redraw, struck, release } = await redrawing(house);
  const drawn = redraw();
  await struck;
  await press({ press: 'Yes', nth: 1 });
  later();
  release();
  await drawn;
  await allDrawn();
  expect(stands()).toContain('1 of 4 answered');
});

it('a press that is refused brings up to date what an update that failed left as it was', async () => {
  const card = place.card('platform');
  house.teams.fail('update', { fault: 'rate limit', seconds: 600 });
  await press({ press: 'Yes', nth: 1 }, card);
  expect(stands()).toContain('0 of 4 answered');
  later();
  await press({ press: 'Yes', nth: 1 }, card);
  await allDrawn();
  expect(stands()).toContain('1 of 4 answered');
});

it('a press that could not be drawn keeps what holds the fields it was answered with', async () => {
  const { messages } = house.ports;
  const { begin } = messages;
  messages.begin = async () => {
    messages.begin = begin;
    throw new StoreUnavailable('The database is away.');
  };
  await press({ press: 'Yes', nth: 1 });
  await allDrawn();
  expect(await heldFor(19)).toBe(true);
});

/** What is pressed waits before it is recorded, five seconds and all that happens meanwhile. */
async function whileItWaits<T>(pressing: () => Promise<T>, meanwhile: () => Promise<void> = async () => undefined) {
  const { desk } = house;
  const { record, submit } = desk;
  const [asked, free] = [gate(), gate()];
  const wait = async () => {
    Object.assign(desk, { record, submit });
    asked.open();
    await free.passed;
  };
  desk.record = (...act) => wait().then(() => record(...act));
  desk.submit = (...sent) => wait().then(() => submit(...sent));
  const slow = pressing();
  await asked.passed;
  later();
  await meanwhile();
  free.open();
  return slow;
}

const yes = () => press({ press: 'Yes', nth: 1 });
const sendForm = () => press({ press: sending(place.card('platform')), fill: { Answer: 'Central sign-in.' } });
const close = () =>
  house.desk.record({ does: 'close', review }, { by: house.who('security'), source: { via: 'teams' } });
const note = { press: 'With evidence or note', nth: 1 };

it.each([
  ['a press', async () => yes()],
  ['a press with an older client', async () => press({ press: 'Yes', nth: 1, client: 'older' })],
  ['a form', async () => sendForm()],
  ['a form that is no more', async () => sendForm()],
])('%s that waited lets go of no form that was opened since, and is not drawn over it', async (what, first) => {
  const card = place.card('platform');
  if (!what.startsWith('a press')) await press(note);
  let before = 0;
  const told = await whileItWaits(first, async () => {
    await press(note, card);
    if (what === 'a form that is no more') await close();
    before = hers().edits;
  });
  expect(told.status).toBe(200);
  await allDrawn();
  expect([await heldFor(19), await house.conversations.enteredIn(ref())]).toEqual([true, {}]);
  expect(hers().edits).toBe(before);
});

it('a press that waited is drawn after a later one that is just being drawn', async () => {
  let release = () => {};
  await whileItWaits(yes, async () => {
    const hanging = house.teams.fail('update', { fault: 'hang' });
    await press({ press: 'Yes', nth: 2 });
    await hanging.struck;
    release = hanging.release;
  });
  release();
  await allDrawn();
  expect(stands()).toContain('2 of 4 answered');
});

it('a press that waited is drawn, also when that took long', async () => {
  await whileItWaits(yes);
  await allDrawn();
  expect(stands()).toContain('1 of 4 answered');
});

it('a Save that waited and is refused comes after the update of the press before it', async () => {
  const hanging = house.teams.fail('update', { fault: 'hang' });
  await press({ press: 'Yes', nth: 1 });
  await hanging.struck;
  const { hold } = house.conversations;
  house.conversations.hold = async (...held) => {
    const said = await hold(...held);
    hanging.release();
    return said;
  };
  await whileItWaits(() => press({ press: 'Save', fill: { '3. Answer': 'a few' } }));
  await allDrawn();
  expect(stands()).toContain('Write a whole number');
});

it('a press is drawn after an update that may have been taken and was never answered', async () => {
  const hanging = house.teams.fail('update', { fault: 'hang', accepted: true });
  await yes();
  await hanging.struck;
  await press({ press: 'Yes', nth: 1 });
  later();
  await allDrawn();
  expect(stands()).toContain('2 of 4 answered');
});

it('a redraw shows the part that somebody turned to before it began to draw', async () => {
  const lead = house.user('security');
  await house.teams.say(lead, 'status');
  const card = () => house.teams.chat(lead).findLast((one) => one.card) ?? expect.fail('No card.');
  const where = { platform: 'teams' as const, conversation: card().conversation, message: card().id };
  const other = await house.replica();
  const message = (await house.ports.messages.byRef(where)) ?? expect.fail('It is not known.');
  const older = await house.desk.card(message.view, message.contact);
  const { beginDrawing } = house.conversations;
  const [asked, free] = [gate(), gate()];
  house.conversations.beginDrawing = async (...place) => {
    house.conversations.beginDrawing = beginDrawing;
    asked.open();
    await free.passed;
    return beginDrawing(...place);
  };
  const redrawn = other.muster.messenger.redrawing?.redraw(where, message.view, older);
  await asked.passed;
  await house.teams.press(lead, { press: 'Next' });
  await allDrawn();
  free.open();
  expect(await redrawn).toBe('done');
  await other.close();
  house.teams.world.shown.clear();
  expect(house.teams.says(card(), lead)).toContain('Part 2 of');
});
