/** The table of conversations we were let into, with the marks of what was heard there. */
import { type Selectable, sql } from 'kysely';
import type { Conversation, Conversations } from '../../flow/ports/conversations.ts';
import { type Database, reading, writing, writingOne } from './database.ts';
import { holds } from './holds.ts';
import { learntInto } from './learnt-rows.ts';
import type { Tables } from './tables.ts';

export function postgresConversations(database: Database): Conversations {
  return { ...rows(database), ...marks(database), ...holds(database) };
}

type Rows = Pick<Conversations, 'learn' | 'forget' | 'byId' | 'personal' | 'ofTeams' | 'newest'>;

function rows(database: Database): Rows {
  return {
    learn: (conversation) =>
      writingOne(database, async (kysely) => {
        await learntInto([conversation]).execute(kysely);
      }),
    forget: (id) =>
      writing(database, async (tx) => {
        await tx
          .deleteFrom('conversations')
          .where((row) => row.or([row('id', '=', id), row('team', '=', id)]))
          .execute();
      }),
    byId: (id) =>
      reading(database, async (kysely) => {
        const row = await kysely.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst();
        return row && conversationOf(row);
      }),
    personal: (account) =>
      reading(database, async (kysely) => {
        const theirs = kysely.selectFrom('conversations').selectAll().where('account', '=', account);
        const row = await theirs.where('type', '=', 'personal').orderBy('heard', 'desc').executeTakeFirst();
        return row && conversationOf(row);
      }),
    ofTeams: () =>
      reading(database, async (kysely) => {
        const all = kysely.selectFrom('conversations').selectAll().where('team', 'is not', null);
        return (await all.orderBy('heard', 'desc').execute()).map(conversationOf);
      }),
    newest: () =>
      reading(database, async (kysely) => {
        const all = kysely.selectFrom('conversations').selectAll();
        const row = await all.orderBy('heard', 'desc').limit(1).executeTakeFirst();
        return row && conversationOf(row);
      }),
  };
}

// Longer than a reply can take with all its pauses. Whoever holds a mark longer than that is dead.
const lease = sql`clock_timestamp() + interval '1 minute'`;

function marks(database: Database): Pick<Conversations, 'claim' | 'finish' | 'release'> {
  return {
    claim: (mark) =>
      writing(database, async (tx) => {
        const { rows } = await sql`
          with forgotten as (delete from heard_marks where at < clock_timestamp() - interval '1 day')
          insert into heard_marks (mark, leased_until) values (${mark}, ${lease})
          on conflict do nothing returning mark`.execute(tx);
        if (rows.length > 0) return 'mine';
        const others = tx.selectFrom('heard_marks').select(sql<boolean>`leased_until > clock_timestamp()`.as('leased'));
        const other = await others.where('mark', '=', mark).executeTakeFirst();
        // Without a row it was given back just now, and the next who asks has it.
        return !other || other.leased ? 'under way' : 'over';
      }),
    finish: (mark) =>
      writingOne(database, async (kysely) => {
        await kysely.updateTable('heard_marks').set({ leased_until: null }).where('mark', '=', mark).execute();
      }),
    release: (mark) =>
      writing(database, async (tx) => {
        await tx.deleteFrom('heard_marks').where('mark', '=', mark).execute();
      }),
  };
}

function conversationOf(row: Selectable<Tables['conversations']>): Conversation {
  const { id, tenant, service_url: serviceUrl, type, user, account, team } = row;
  return {
    id,
    tenant,
    serviceUrl,
    type: type === 'personal' || type === 'channel' ? type : 'groupChat',
    ...(user !== null && { user }),
    ...(account !== null && { account }),
    ...(team !== null && { team }),
  };
}
