/** All of the records over one opened database, as `main` wires them. */
import type { Database } from '../../src/adapters/postgres/database.ts';
import { postgresArchive } from '../../src/adapters/postgres/postgres-archive.ts';
import { postgresChecklists } from '../../src/adapters/postgres/postgres-checklists.ts';
import { postgresConversations } from '../../src/adapters/postgres/postgres-conversations.ts';
import { postgresDirectory } from '../../src/adapters/postgres/postgres-directory.ts';
import { postgresEventStore } from '../../src/adapters/postgres/postgres-event-store.ts';
import { postgresMessages } from '../../src/adapters/postgres/postgres-messages.ts';
import { postgresReadings } from '../../src/adapters/postgres/postgres-readings.ts';
import type { Records } from './records-set.ts';

export function recordsOn(database: Database): Records {
  return {
    archive: postgresArchive(database),
    store: postgresEventStore(database),
    readings: postgresReadings(database),
    messages: postgresMessages(database),
    checklists: postgresChecklists(database),
    directory: postgresDirectory(database),
    conversations: postgresConversations(database),
  };
}
