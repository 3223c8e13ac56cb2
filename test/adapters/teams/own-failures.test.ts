/** What fails of our own is not said of Teams: it is in the log, and where nothing was posted it is tried again. */
import { afterEach, expect, it } from 'vitest';
import { StoreUnavailable } from '../../../src/flow/ports/event-store.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
afterEach(() => house.close());

const ledger = async () => (await house.ports.readings.ledger({ contact: house.who('platform') }))[0];

it.each([
  ['the records are away', new StoreUnavailable('The records are away.')],
  ['a mistake', new TypeError('x is not a function')],
])('%s before anything was posted: not sent, logged with its cause, and sent later', async (_, cause) => {
  house = await teamsHouse();
  const { conversations } = house;
  const { personal } = conversations;
  conversations.personal = () => Promise.reject(cause);
  await house.opened('2026-11-23T08:31:00.000Z');
  expect(await ledger()).toMatchObject({ status: 'planned', why: 'Muster failed before it was sent' });
  expect(house.log.said.filter(({ level }) => level === 'error')).toContainEqual({
    level: 'error',
    facts: { err: cause },
    sentence: 'Muster failed before it posted a message in Teams.',
  });
  conversations.personal = personal;
  await house.until('2026-11-23T09:00:00.000Z');
  expect(await ledger()).toMatchObject({ status: 'sent' });
  expect(JSON.stringify(await house.ports.readings.ledgerEvents({}))).not.toContain(cause.message);
});

it('what Teams refused counts as refused, also where that could not be noted', async () => {
  house = await teamsHouse();
  const { conversations } = house;
  const { forget } = conversations;
  const away = new StoreUnavailable('The records are away.');
  conversations.forget = () => Promise.reject(away);
  house.teams.fail('post', { fault: 'refuse', status: 404, code: 'ConversationNotFound' });
  await house.opened('2026-11-23T08:31:00.000Z');
  conversations.forget = forget;
  expect(house.log.said).toContainEqual(expect.objectContaining({ level: 'error', facts: { err: away } }));
  const states = (await house.ports.readings.ledger({})).map(({ status }) => status);
  expect(states).not.toContain('uncertain');
});
