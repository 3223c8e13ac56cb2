/** Kept checklists by hash. They never change, so each is read and parsed once. */
import type { Kysely } from 'kysely';
import { type Checklist, checklist } from '../../domain/checklist/checklist.ts';
import type { Tables } from './tables.ts';

export type ChecklistCache = { byHash(kysely: Kysely<Tables>, hash: string): Promise<Checklist> };

export function checklistCache(): ChecklistCache {
  const known = new Map<string, Checklist>();
  return {
    async byHash(kysely, hash) {
      const found = known.get(hash) ?? (await read(kysely, hash));
      known.set(hash, found);
      return found;
    },
  };
}

async function read(kysely: Kysely<Tables>, hash: string): Promise<Checklist> {
  const row = await kysely.selectFrom('checklists').select('body').where('hash', '=', hash).executeTakeFirst();
  if (!row) throw new Error(`No checklist is kept under ${hash}.`);
  return checklist.parse(JSON.parse(row.body));
}
