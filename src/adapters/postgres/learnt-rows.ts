/** Conversations into their table, the newest word on each: by themselves, or beside the act they were learnt with. */
import { type RawBuilder, sql } from 'kysely';
import type { Conversation } from '../../flow/ports/conversations.ts';

/** Always in the same order, so that two who learn the same places do not wait for each other. No place may come twice. */
export function learntInto(places: readonly Conversation[]): RawBuilder<unknown> {
  const rows = places.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(rowOf);
  return sql`
    insert into conversations (id, tenant, service_url, type, "user", account, team)
    select id, tenant, service_url, type, "user", account, team
    from json_populate_recordset(null::conversations, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set
      tenant = excluded.tenant, service_url = excluded.service_url, type = excluded.type, "user" = excluded."user",
      account = excluded.account, team = excluded.team, heard = clock_timestamp()`;
}

function rowOf({ serviceUrl, ...place }: Conversation) {
  return { ...place, service_url: serviceUrl };
}
