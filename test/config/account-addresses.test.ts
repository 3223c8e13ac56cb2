/** The account a program file gives somebody: the same however it is written, and refused where nobody could have it. */
import { describe, expect, it } from 'vitest';
import { peopleOf, programFile } from '../../src/config/program-file.ts';
import { complaints, good } from './support.ts';

const account = '5f0c3a1e-7b52-4c1d-9a86-2e4d7f10b3c9';
const of = (platform: string, ...addresses: string[]) =>
  ['Anna', 'Vera'].reduce((text, name, at) => {
    const whole = `{ name: ${name}, platform: ${platform}, address: "${addresses[at]}" }`;
    return addresses[at] === undefined ? text : text.replace(`{ name: ${name} }`, whole);
  }, good);

describe('in Teams', () => {
  it.each([account, account.toUpperCase(), `{${account}}`, `{${account.toUpperCase()}}`])(
    '%s is that account',
    async (address) => {
      expect(await complaints({ 'a.yaml': of('teams', address) })).toEqual([]);
      const file = programFile.parse({
        ...{ id: 'a', title: 'A', checklist: 'a', scope: 'all', cadence: { cron: '0 9 1 * *', zone: 'UTC' } },
        ...{
          platform: 'teams',
          people: { anna: { name: 'Anna', address } },
          lead: 'anna',
          approvers: ['anna'],
          roles: {},
        },
      });
      expect(peopleOf(file, false)).toMatchObject([{ platform: 'teams', address: account }]);
    },
  );

  it('is one person’s, and the same in every file, however it is written', async () => {
    expect(await complaints({ 'a.yaml': of('teams', account, account.toUpperCase()) })).toEqual([
      expect.stringMatching(/^a\.yaml:8:\d+ "anna" already has the address /),
    ]);
    const other = of('teams', account.toUpperCase()).replace('id: clusters', 'id: others');
    expect(await complaints({ 'a.yaml': of('teams', account), 'b.yaml': other })).toEqual([]);
  });

  it.each(['anna@example.com', '29:1abc', 'U0123456789', `${account}0`, `{${account}`])(
    '%s is nobody’s',
    async (address) => {
      expect(await complaints({ 'a.yaml': of('teams', address) })).toEqual([
        expect.stringMatching(/^a\.yaml:7:\d+ The address of Anna is no account of Teams\. Write their object id /),
      ]);
    },
  );
});

it.each(['anna@example.com', '@anna', 'u0123456789', 'C0123456789', account])(
  'in Slack %s is nobody’s',
  async (address) => {
    expect(await complaints({ 'a.yaml': of('slack', address) })).toEqual([
      expect.stringMatching(/^a\.yaml:7:\d+ The address of Anna is no member id of Slack, such as U0123456789\./),
    ]);
  },
);

it.each(['U0123456789', 'W0123456789'])('in Slack %s is a member', async (address) => {
  expect(await complaints({ 'a.yaml': of('slack', address) })).toEqual([]);
});
