import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/adapters/postgres/database.ts';
import { demoClockRow } from '../../../src/adapters/postgres/demo-clock-row.ts';
import { openDatabase } from '../../../src/adapters/postgres/open-database.ts';
import { assertSameKind } from '../../../src/adapters/postgres/same-kind.ts';
import { type DataFolder, dataFolder } from '../../support/records-folder.ts';
import { recordsOn } from '../../support/records-on-database.ts';
import { act, programStream, registered } from '../../support/records-scene.ts';

let folder: DataFolder;
let database: Database;
beforeEach(async () => {
  folder = await dataFolder();
  database = await openDatabase({ dataDir: folder.dataDir });
});
afterEach(async () => {
  await database.close();
  await folder.remove();
});

async function register(demo: boolean): Promise<void> {
  const event = registered();
  if (event.type !== 'ProgramRegistered') throw new Error('It begins with its registration.');
  const settings = { ...event.settings, demo };
  const decide = () => ({ events: [{ ...event, settings }] });
  await recordsOn(database).store.change(programStream('small-program'), { ...act, decide });
}

test('a new database takes either kind', async () => {
  await assertSameKind(database, { demo: true });
  await assertSameKind(database, { demo: false });
});

test('where a demo moved the clock, nothing real begins', async () => {
  await demoClockRow(database).moveTo(1_000);
  await assertSameKind(database, { demo: true });
  await expect(assertSameKind(database, { demo: false })).rejects.toThrow('Set MUSTER_DATA_DIR to another folder');
});

test('where a demo is on record, nothing real begins, and the demo goes on', async () => {
  await register(true);
  await assertSameKind(database, { demo: true });
  await expect(assertSameKind(database, { demo: false })).rejects.toThrow('This database holds a demo');
});

test('where real reviews are on record, no demo begins, and they go on', async () => {
  await register(false);
  await assertSameKind(database, { demo: false });
  await expect(assertSameKind(database, { demo: true })).rejects.toThrow('real reviews, of the program small-program');
});
