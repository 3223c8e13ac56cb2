/** The table of people: the one place where names and addresses are. Deleting a row forgets them; the record stands. */
import { type Selectable, sql, type Transaction } from 'kysely';
import { type Platform, platforms } from '../../domain/event.ts';
import type { Person } from '../../domain/people.ts';
import type { Directory, PersonEntry } from '../../flow/ports/directory.ts';
import { type Database, reading, writing } from './database.ts';
import { rememberedPeople } from './remembered-people.ts';
import type { Tables } from './tables.ts';

export function postgresDirectory(database: Database): Directory {
  const people = rememberedPeople(() =>
    reading(database, async (kysely) => {
      const rows = await kysely.selectFrom('people').selectAll().orderBy('key').execute();
      return rows.map(personOf);
    }),
  );
  // What a failed write left behind is read anew too.
  const changing = <T>(write: (tx: Transaction<Tables>) => Promise<T>) =>
    writing(database, write).finally(people.forget);
  return {
    people: people.byId,
    remember: (entries) =>
      changing(async (tx) => {
        // Always in the same order, so that two processes starting at once do not wait for each other.
        const inOrder = [...entries].sort((a, b) => (a.key < b.key ? -1 : 1));
        const ids = new Map<string, string>();
        for (const entry of inOrder) ids.set(entry.key, await remember(tx, entry));
        return ids;
      }),
    learn: (person, address) =>
      changing(async (tx) => {
        const row = await tx
          .selectFrom('people')
          .select(['key', 'platform', 'address'])
          .where('id', '=', person)
          .executeTakeFirst();
        if (!row) return;
        await release(tx, { ...row, platform: platformOf(row.platform), address });
        await tx.updateTable('people').set({ address }).where('id', '=', person).execute();
        if (row.address !== null && row.address !== address) await showNothingNew(tx, row.address, [{ id: person }]);
      }),
    unlearn: (person, address) =>
      changing(async (tx) => {
        const theirs = tx.updateTable('people').set({ address: null }).where('id', '=', person);
        await showNothingNew(tx, address, await theirs.where('address', '=', address).returning('id').execute());
      }),
    byAddress: people.byAddress,
  };
}

async function remember(tx: Transaction<Tables>, entry: PersonEntry): Promise<string> {
  const { key, name, zone, platform, title = null, email = null, address = null } = entry;
  if (address !== null) await release(tx, { key, platform, address });
  const values = { id: crypto.randomUUID(), key, name, title, email, zone, platform, address };
  await forgetOldAccount(tx, entry);
  const { id } = await tx
    .insertInto('people')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        name,
        title,
        email,
        zone,
        platform,
        // An address once learnt outlives a program file that does not say it.
        address: sql<string | null>`coalesce(excluded.address, people.address)`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** An address was learnt by an e-mail on a platform, and with another it may be somebody else's. */
async function forgetOldAccount(tx: Transaction<Tables>, { key, platform, ...now }: PersonEntry): Promise<void> {
  const [email, address] = [now.email ?? null, now.address ?? null];
  const isAnother = sql<boolean>`address is not null and (platform <> ${platform} or case
    when ${address}::text is not null then address <> ${address}
    else ${email}::text is not null and lower(${email}) is distinct from lower(email) end)`;
  const theirs = tx.selectFrom('people').select(['id', 'address']).where('key', '=', key).where(isAnother).forUpdate();
  const old = await theirs.executeTakeFirst();
  if (!old || old.address === null) return;
  await tx.updateTable('people').set({ address: null }).where('id', '=', old.id).execute();
  await showNothingNew(tx, old.address, [old]);
}

/** An address is one person's: whoever was said to have it last. */
async function release(
  tx: Transaction<Tables>,
  { key, platform, address }: { key: string; platform: string; address: string },
) {
  const others = tx.updateTable('people').set({ address: null }).where('key', '!=', key);
  const released = others.where('platform', '=', platform).where('address', '=', address);
  await showNothingNew(tx, address, await released.returning('id').execute());
}

/**
 * Whose address was taken away: who has it may act as them no more. What stands in that chat shows them nothing new until it is
 * theirs again, and what was entered there is nobody's. What was taken from them with another account stands in a chat that is
 * somebody else's by now. A form in a message of its own may be all that stands in a chat.
 */
async function showNothingNew(
  tx: Transaction<Tables>,
  address: string,
  people: readonly { readonly id: string }[],
): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ id }) => id);
  await sql`with old as (
      update messages set taken_from = ${address}, unsaved = null, drawn_events = -1, turn = turn + 1
        where contact = any(${ids}) and (taken_from is null or taken_from = ${address}) returning conversation)
    update held_messages set entered = null where conversation in (
      select conversation from old union all select id from conversations where account = ${address})`.execute(tx);
}

function personOf({ platform, title, email, address, ...row }: Selectable<Tables['people']>): Person {
  return {
    ...row,
    platform: platformOf(platform),
    ...(title !== null && { title }),
    ...(email !== null && { email }),
    ...(address !== null && { address }),
  };
}

function platformOf(text: string): Platform {
  const found = platforms.find((platform) => platform === text);
  if (!found) throw new Error(`The directory names a platform this Muster does not know: ${text}.`);
  return found;
}
