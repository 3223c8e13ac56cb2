/** The table of messages that stand somewhere. */
import { setImmediate } from 'node:timers/promises';
import { type QueryCreator, sql } from 'kysely';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { View } from '../../domain/card/view.ts';
import type { MessageRef } from '../../domain/contact/events.ts';
import type { Drawing, Messages } from '../../flow/ports/messages.ts';
import { type Database, reading, writingOne } from './database.ts';
import { columns, isRef, type MessageRow, messageOf, messageReader } from './message-rows.ts';
import { prepared } from './prepared.ts';
import { reviewOfView } from './review-of-view.ts';
import type { Tables } from './tables.ts';

export function postgresMessages(database: Database): Messages {
  return {
    add: ({ ref, contact, view, at, delivery = null, mark = null }) =>
      writingOne(database, async (kysely) => {
        await kysely
          .with('entered', (before) => emptiedWhere(before, ref, contact))
          .insertInto('messages')
          .values({ ...columnsOf(ref), contact, at, delivery, mark, ...shownAs(view) })
          .onConflict((conflict) =>
            conflict
              .columns(['platform', 'conversation', 'message'])
              .doUpdateSet({ contact, at, delivery, mark, ...shownAs(view), ...ofNobody, ...outdated })
              .where('messages.contact', '<>', contact),
          )
          .execute();
      }),
    show: (ref, view) =>
      writingOne(database, async (kysely) => {
        const shown = shownAs(view);
        const part = sql<number | null>`case when view = ${shown.view} then part end`;
        await kysely
          .updateTable('messages')
          .set({ ...shown, part, ...outdated })
          .where(isRef(ref))
          .execute();
      }),
    turnTo: (ref, part) =>
      writingOne(database, async (kysely) => {
        await kysely
          .updateTable('messages')
          .set({ part, ...outdated })
          .where(isRef(ref))
          .execute();
      }),
    keepUnsaved: (ref, { entered = {}, dropped = [] }) =>
      writingOne(database, async () => {
        const rest = sql`coalesce(unsaved, '{}') - ${[...dropped]}::text[]`;
        await prepared(
          database,
          sql<object>`update messages set unsaved = nullif((${rest}) || ${JSON.stringify(entered)}::jsonb, '{}'),
            unsaved_at = clock_timestamp(), drawn_events = ${never}, turn = turn + 1 where ${isRef(ref)}`,
        );
      }),
    of: (contact, limit) =>
      reading(database, async (kysely) => {
        const theirs = kysely.selectFrom('messages').selectAll().where('contact', '=', contact);
        const newest = theirs.orderBy('position', 'desc').$if(limit !== undefined, (some) => some.limit(limit ?? 0));
        return (await newest.execute()).reverse().map(messageOf);
      }),
    byRef: messageReader(database),
    ...drawings(database),
  };
}

/** Whatever its reviews have since, that is less. */
const never = -1;
/** What whoever had it before has entered in a form there. */
function emptiedWhere(before: QueryCreator<Tables>, { conversation, message, platform }: MessageRef, contact: string) {
  const isOthers = sql<boolean>`exists (select from messages where platform = ${platform}
    and conversation = ${conversation} and message = ${message} and contact <> ${contact})`;
  const held = before.updateTable('held_messages').set({ entered: null }).where(isOthers);
  return held.where('conversation', '=', conversation).where('message', '=', message);
}

/** However it was drawn, and whoever is just drawing it as it was. */
const outdated = { drawn_events: never, turn: sql<number>`messages.turn + 1` };
/** As it was for whoever had it before. */
const ofNobody = { part: null, unsaved: null, gone: false, taken_from: null, not_before: null };
/** What stands where its person was is theirs again once that account is. */
const isTaken = sql<boolean>`(messages.taken_from is not null and not exists (
  select from people where people.id = messages.contact and people.address = messages.taken_from))`;
const eventsNow = sql<number>`(
  select coalesce(sum(version), 0)::int from reviews where reviews.id = any(messages.reviews))`;

type Drawings = Pick<Messages, 'outdated' | 'reviewsOutdated' | 'begin' | 'sending' | 'drawn' | 'putOff' | 'gone'>;

function drawings(database: Database): Drawings {
  return {
    outdated: (review, platforms) =>
      reading(database, async (kysely) => {
        const rows = await kysely
          .selectFrom('messages')
          .selectAll()
          .where(
            sql<boolean>`reviews @> array[${review}] and not gone and not ${isTaken} and drawn_events < ${eventsNow}`,
          )
          .where('platform', 'in', platforms)
          .orderBy(sql`tried_at asc nulls first`)
          .orderBy('position')
          .execute();
        return rows.map((row) => ({
          ...messageOf(row),
          ...(row.not_before !== null && { notBefore: row.not_before }),
        }));
      }),
    reviewsOutdated: (since, platforms, now) =>
      reading(database, async (kysely) => {
        const waits = sql<boolean>`not messages.gone and not ${isTaken} and messages.drawn_events < ${eventsNow}
          and coalesce(messages.not_before <= ${now ?? null}::text, true)`;
        const returned = kysely
          .selectFrom('messages')
          .select(sql<string>`unnest(reviews)`.as('id'))
          .where('taken_from', 'is not', null)
          .where(waits)
          .where('platform', 'in', platforms);
        const rows = await kysely
          .selectFrom('streams')
          .innerJoin('messages', (on) => on.on(sql<boolean>`messages.reviews @> array[streams.id]`))
          .select('streams.id')
          .where('streams.kind', '=', 'review')
          .where('streams.at', '>=', since)
          .where(waits)
          .where('messages.platform', 'in', platforms)
          .union(returned)
          .orderBy('id')
          .execute();
        return rows.map(({ id }) => id);
      }),
    begin: async (ref) => {
      // On the embedded database whoever draws many would give nobody else a turn.
      await setImmediate();
      return writingOne(database, async () => {
        const begun = sql<DrawingRow>`update messages set turn = turn + 1
          where ${isRef(ref)} returning ${sql.raw(columns)}, gone or ${isTaken} as gone, ${eventsNow} as events`;
        const [row] = await prepared(database, begun);
        return row && drawingOf(row);
      });
    },
    sending: (ref) =>
      writingOne(database, async () => {
        await prepared(
          database,
          sql<object>`update messages set tried_at = clock_timestamp(), mark = null where ${isRef(ref)}`,
        );
      }),
    drawn: ({ ref, turn, events }, mark) =>
      writingOne(database, async () => {
        // Where somebody began after us theirs may have come first, so neither is believed.
        const mine = sql<boolean>`(turn = ${turn} and ${mark !== undefined})`;
        await prepared(
          database,
          sql<object>`update messages set drawn_events = case when ${mine} then ${events}::int else ${never} end,
            mark = case when ${mine} then ${mark ?? null}::text end, gone = gone and not ${mine}, not_before = null,
            taken_from = case when not ${mine} then taken_from end, turn = case when ${mine} then turn else turn + 1 end
            where ${isRef(ref)}`,
        );
      }),
    putOff: ({ ref, turn, mark }, until) =>
      writingOne(database, async () => {
        await prepared(
          database,
          sql<object>`update messages set not_before = ${until ?? null},
            mark = case when turn = ${turn} then ${mark ?? null}::text else mark end where ${isRef(ref)}`,
        );
      }),
    gone: (ref) =>
      writingOne(database, async (kysely) => {
        await kysely.updateTable('messages').set({ gone: true }).where(isRef(ref)).execute();
      }),
  };
}

function columnsOf({ platform, conversation, message }: MessageRef) {
  return { platform, conversation, message };
}

function shownAs(view: View) {
  return { view: canonicalJson(view), reviews: [...reviewOfView(view)] };
}

type DrawingRow = MessageRow & { readonly events: number; readonly gone: boolean };

function drawingOf(row: DrawingRow): Drawing {
  const { turn, events, mark, gone } = row;
  return { ...messageOf(row), turn, events, ...(mark !== null && { mark }), ...(gone && { gone }) };
}
