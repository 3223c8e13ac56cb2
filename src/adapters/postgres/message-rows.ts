/** Rows of messages, read by where they stand: what many ask for at one moment is one question. */
import DataLoader from 'dataloader';
import { type Selectable, sql } from 'kysely';
import { formValues } from '../../domain/card/form.ts';
import { viewSchema } from '../../domain/card/view.ts';
import { type MessageRef, messageRef } from '../../domain/contact/events.ts';
import type { Message, Standing } from '../../flow/ports/messages.ts';
import { type Database, reading } from './database.ts';
import { prepared } from './prepared.ts';
import type { Tables } from './tables.ts';

/** By name, since a newer release may add others, and a prepared statement that would then return more is refused. */
export const columns = 'platform, conversation, message, contact, view, at, delivery, part, turn, mark, unsaved';

export function messageReader(database: Database): (ref: MessageRef) => Promise<Standing | undefined> {
  const rows = new DataLoader((refs: readonly MessageRef[]) => reading(database, () => rowsAt(database, refs)), {
    // Only those who wait at the same moment share an answer: every other is asked for anew.
    cache: false,
    maxBatchSize: 100,
  });
  return async (ref) => {
    const row = await rows.load(ref);
    return row && { ...messageOf(row), ...(row.mark !== null && { mark: row.mark }) };
  };
}

async function rowsAt(database: Database, refs: readonly MessageRef[]): Promise<readonly (MessageRow | undefined)[]> {
  const [platforms, conversations, messages] = [
    refs.map(({ platform }) => platform),
    refs.map(({ conversation }) => conversation),
    refs.map(({ message }) => message),
  ];
  const standing = sql<MessageRow>`select ${sql.raw(columns)} from messages where (platform, conversation, message) in (
    select * from unnest(${platforms}::text[], ${conversations}::text[], ${messages}::text[]))`;
  const rows = new Map((await prepared(database, standing)).map((row) => [placeOf(row), row]));
  return refs.map((ref) => rows.get(placeOf(ref)));
}

function placeOf({
  platform,
  conversation,
  message,
}: Pick<MessageRow, 'platform' | 'conversation' | 'message'>): string {
  return JSON.stringify([platform, conversation, message]);
}

export function isRef({ platform, conversation, message }: MessageRef) {
  return sql<boolean>`platform = ${platform} and conversation = ${conversation} and message = ${message}`;
}

export type MessageRow = Pick<
  Selectable<Tables['messages']>,
  | 'platform'
  | 'conversation'
  | 'message'
  | 'contact'
  | 'view'
  | 'at'
  | 'delivery'
  | 'part'
  | 'turn'
  | 'mark'
  | 'unsaved'
>;

export function messageOf(row: MessageRow): Message {
  const { platform, conversation, message, contact, at, delivery, part, unsaved } = row;
  return {
    ref: messageRef.parse({ platform, conversation, message }),
    contact,
    view: viewSchema.parse(JSON.parse(row.view)),
    at,
    ...(delivery !== null && { delivery }),
    ...(part !== null && { part }),
    ...(unsaved !== null && { unsaved: formValues.parse(unsaved) }),
  };
}
