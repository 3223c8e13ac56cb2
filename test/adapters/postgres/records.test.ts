import { openDatabase } from '../../../src/adapters/postgres/open-database.ts';
import { memoryArchive } from '../../support/memory-archive.ts';
import { memoryConversations } from '../../support/memory-conversations.ts';
import { memoryRecords } from '../../support/memory-records.ts';
import { memoryShelf } from '../../support/memory-shelf.ts';
import { postgresInstalled, postgresServer, whyPostgres } from '../../support/postgres-server.ts';
import { recordsContract } from '../../support/records-contract.ts';
import { dataFolder } from '../../support/records-folder.ts';
import { recordsOn } from '../../support/records-on-database.ts';
import { service } from '../../support/require-services.ts';

recordsContract('the records in memory', async () => {
  const shelf = memoryShelf();
  const now = () => new Date().toISOString();
  const open = () => ({
    ...memoryRecords({ now, shelf }),
    archive: memoryArchive(shelf),
    conversations: memoryConversations(shelf),
  });
  return { records: open(), elsewhere: open(), close: async () => undefined };
});

// There is only ever one process on an embedded database; a second set with a cache of its own is the nearest thing.
recordsContract('the records on the embedded database', async () => {
  const folder = await dataFolder();
  const database = await openDatabase({ dataDir: folder.dataDir });
  const close = async () => {
    await database.close();
    await folder.remove();
  };
  return { records: recordsOn(database), elsewhere: recordsOn(database), close };
});

service(
  'a Postgres server',
  postgresInstalled,
  whyPostgres,
)('on a server', () => {
  recordsContract('the records on a Postgres server', async () => {
    const server = await postgresServer();
    const url = await server.createDatabase();
    const [one, two] = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
    const close = async () => {
      await Promise.all([one.close(), two.close()]);
      await server.stop();
    };
    return { records: recordsOn(one), elsewhere: recordsOn(two), close };
  });
});
