/** The table of messages somebody fills in a form in, or is just drawn anew: one row decides which of both comes first. */
import { type RawBuilder, sql } from 'kysely';
import { type FormValues, formValues } from '../../domain/card/form.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Begun, Conversations, Place } from '../../flow/ports/conversations.ts';
import { type Database, reading, writingOne } from './database.ts';
import { prepared } from './prepared.ts';

type Holds = Pick<
  Conversations,
  'hold' | 'letGo' | 'isHeld' | 'enteredIn' | 'beginDrawing' | 'endDrawing' | 'isBeingDrawn'
>;

// Longer than a drawing can take, with ten seconds for its token and ten for its update. Whoever draws longer than that is dead.
const lease = sql`clock_timestamp() + interval '30 seconds'`;
const isDrawn = sql`coalesce(held.drawing_until > clock_timestamp(), false)`;

export function holds(database: Database): Holds {
  const ask = <R extends object>(query: RawBuilder<R>) => reading(database, () => prepared(database, query));
  const tell = <R extends object>(query: RawBuilder<R>) => writingOne(database, () => prepared(database, query));
  async function isHeld(place: Place, at: string): Promise<boolean> {
    const [row] = await ask(sql<{ until: string }>`select until from held_messages as held where ${isAt(place)}`);
    return row !== undefined && row.until > at;
  }
  return {
    isHeld,
    async hold({ conversation, message }, until, entered) {
      const words = entered ? JSON.stringify(entered) : null;
      const [row] = await tell(sql<{ drawn: boolean }>`
        insert into held_messages as held (conversation, message, until, entered)
        values (${conversation}, ${message}, ${until}, ${words}::jsonb)
        on conflict (conversation, message) do update set until = greatest(held.until, excluded.until), at = clock_timestamp(),
          entered = coalesce(excluded.entered, held.entered)
        returning ${isDrawn} as drawn`);
      return row?.drawn ? 'being drawn' : 'at rest';
    },
    async letGo(place, upTo = ever) {
      await tell(sql<object>`
        update held_messages as held set until = '', entered = '{}' where ${isAt(place)} and ${isLetGo(upTo)}`);
    },
    async enteredIn(place) {
      const [row] = await ask(sql<Entered>`select entered from held_messages as held where ${isAt(place)}`);
      return row?.entered ? formValues.parse(row.entered) : undefined;
    },
    async beginDrawing(place, at, letGoUpTo = '') {
      const { conversation, message } = place;
      const [begun] = await tell(sql<Begun>`
        insert into held_messages as held (conversation, message, until, drawings, drawing_until)
        values (${conversation}, ${message}, '', 1, ${lease})
        on conflict (conversation, message) do update set drawing_until = excluded.drawing_until, at = clock_timestamp(),
          drawings = held.drawings + 1,
          until = case when ${isLetGo(letGoUpTo)} then '' else held.until end,
          entered = case when ${isLetGo(letGoUpTo)} then null else held.entered end
        where not ${isDrawn} and (held.until <= ${at} or ${isLetGo(letGoUpTo)}) returning drawings as drawing`);
      if (begun) return begun;
      // What hindered it may be over by now: then it counts as under way, and whoever asks again may begin.
      return (await isHeld(place, letGoUpTo > at ? letGoUpTo : at)) ? 'held' : 'under way';
    },
    async endDrawing(place, { drawing }, heldUntil) {
      await tell(sql<object>`update held_messages set drawing_until = null,
        until = greatest(until, ${heldUntil ?? ''}::text) where ${isAt(place)} and drawings = ${drawing}`);
    },
    async isBeingDrawn(place) {
      const [row] = await ask(
        sql<{ drawn: boolean }>`select ${isDrawn} as drawn from held_messages as held where ${isAt(place)}`,
      );
      return row?.drawn ?? false;
    },
  };
}

const ever = '9999-12-31T23:59:59.999Z';

/** By whoever pressed there then: what holds it since stays, and so does all where nobody did. */
function isLetGo(upTo: Instant | '') {
  return sql`(held.until <> '' and held.until <= ${upTo}::text)`;
}

type Entered = { readonly entered: FormValues | null };

function isAt({ conversation, message }: Place) {
  return sql<boolean>`conversation = ${conversation} and message = ${message}`;
}
