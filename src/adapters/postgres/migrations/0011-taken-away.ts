/**
 * From which account its person was parted: while they have not got it back, nobody draws what stands in its chat. What an account
 * taken away before this left behind is written down as gone, like a message that somebody deleted, and stays so.
 */
import { type Kysely, sql } from 'kysely';

/** As `accountAddress` of the configuration has it. */
const account = (address: string) => `lower(coalesce(substring(${address} from '^[{](.*)[}]$'), ${address}))`;

const statements = [
  `alter table messages add column taken_from text`,
  `create index messages_taken on messages (contact) where taken_from is not null`,
  // In capitals or between braces an account of Teams was nobody's: Teams writes it small and without, and so does the program file
  // from now on.
  `update people set address = ${account('address')} where platform = 'teams' and address <> ${account('address')}
    and not exists (select from people as other where other.platform = 'teams' and other.id <> people.id
      and ${account('other.address')} = ${account('people.address')})`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
