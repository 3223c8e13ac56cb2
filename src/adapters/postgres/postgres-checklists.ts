/** The checklists reviews are pinned to, in the table `checklists`. */
import { canonicalJson } from '../../domain/canonical-json.ts';
import { checklistHash } from '../../domain/checklist/checklist-hash.ts';
import type { Checklists } from '../../flow/ports/checklists.ts';
import { checklistCache } from './checklist-cache.ts';
import { type Database, reading, writing } from './database.ts';

export function postgresChecklists(database: Database): Checklists {
  const cache = checklistCache();
  return {
    byHash: (hash) => reading(database, (kysely) => cache.byHash(kysely, hash)),
    async keep(checklist) {
      const hash = checklistHash(checklist);
      const row = { hash, body: canonicalJson(checklist) };
      await writing(database, (tx) =>
        tx
          .insertInto('checklists')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
      return hash;
    },
  };
}
