/** From which account its person was parted: while they have not got it back, nobody draws what stands in its chat. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table messages add column taken_from text`,
  `create index messages_taken on messages (contact) where taken_from is not null`,
  // Written in capitals an account of Teams was nobody's: Teams writes it small, and so does the program file from now on.
  `update people set address = lower(address) where platform = 'teams' and address <> lower(address)
    and not exists (select from people as other where other.platform = 'teams' and other.id <> people.id
      and lower(other.address) = lower(people.address))`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
