/** The table of messages that stand somewhere. */
import { type Selectable, sql } from 'kysely';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { viewSchema } from '../../domain/card/view.ts';
import { type MessageRef, messageRef } from '../../domain/contact/events.ts';
import type { Message, Messages } from '../../flow/ports/messages.ts';
import { type Database, reading, writing } from './database.ts';
import { reviewOfView } from './review-of-view.ts';
import type { Tables } from './tables.ts';

export function postgresMessages(database: Database): Messages {
  return {
    add: ({ ref, contact, view, at, delivery = null }) =>
      writing(database, async (tx) => {
        const { platform, conversation, message } = ref;
        const shown = { view: canonicalJson(view), reviews: [...reviewOfView(view)] };
        await tx
          .insertInto('messages')
          .values({ platform, conversation, message, contact, at, delivery, ...shown })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    show: (ref, view) =>
      writing(database, async (tx) => {
        const shown = { view: canonicalJson(view), reviews: [...reviewOfView(view)] };
        await tx.updateTable('messages').set(shown).where(isRef(ref)).execute();
      }),
    of: (contact, limit) =>
      reading(database, async (kysely) => {
        const theirs = kysely.selectFrom('messages').selectAll().where('contact', '=', contact);
        const newest = theirs.orderBy('position', 'desc').$if(limit !== undefined, (some) => some.limit(limit ?? 0));
        return (await newest.execute()).reverse().map(messageOf);
      }),
    about: (review) =>
      reading(database, async (kysely) => {
        const all = kysely.selectFrom('messages').selectAll().orderBy('position');
        return (await all.where(sql<boolean>`reviews @> array[${review}]`).execute()).map(messageOf);
      }),
    byRef: (ref) =>
      reading(database, async (kysely) => {
        const row = await kysely.selectFrom('messages').selectAll().where(isRef(ref)).executeTakeFirst();
        return row && messageOf(row);
      }),
  };
}

function isRef({ platform, conversation, message }: MessageRef) {
  return sql<boolean>`platform = ${platform} and conversation = ${conversation} and message = ${message}`;
}

function messageOf(row: Selectable<Tables['messages']>): Message {
  const { platform, conversation, message, contact, at, delivery } = row;
  return {
    ref: messageRef.parse({ platform, conversation, message }),
    contact,
    view: viewSchema.parse(JSON.parse(row.view)),
    at,
    ...(delivery !== null && { delivery }),
  };
}
