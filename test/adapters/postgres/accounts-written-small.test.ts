/** Accounts of Teams that were kept in capitals or between braces are kept small and without from then on: they are the same, and nothing is taken away. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { up } from '../../../src/adapters/postgres/migrations/0011-taken-away.ts';
import { embeddedDatabase } from '../../support/embedded-database.ts';

const database = embeddedDatabase();

it('but for two that would then be one, which stay as they are', async () => {
  const { kysely } = database();
  await sql`alter table messages drop column taken_from`.execute(kysely);
  const people = [
    ['pia', 'teams', 'ABC-1'],
    ['ravi', 'teams', 'abc-2'],
    ['vera', 'teams', '{ABC-4}'],
    ['anna', 'teams', '{abc-5}'],
    ['half', 'teams', '{abc-6'],
    ['saga', 'slack', 'U1'],
    ['one', 'teams', 'ABC-3'],
    ['two', 'teams', 'abc-3'],
    ['three', 'teams', '{ABC-7}'],
    ['four', 'teams', 'ABC-7'],
  ] as const;
  for (const [id, platform, address] of people) {
    const values = { id, key: id, name: id, title: null, email: null, zone: 'UTC', platform, address };
    await kysely.insertInto('people').values(values).execute();
  }
  await up(kysely as never);
  const kept = await kysely.selectFrom('people').select(['id', 'address']).orderBy('address').execute();
  expect(Object.fromEntries(kept.map(({ id, address }) => [id, address]))).toEqual({
    pia: 'abc-1',
    ravi: 'abc-2',
    vera: 'abc-4',
    anna: 'abc-5',
    half: '{abc-6',
    saga: 'U1',
    one: 'ABC-3',
    two: 'abc-3',
    three: '{ABC-7}',
    four: 'ABC-7',
  });
});
