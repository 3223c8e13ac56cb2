/**
 * A process of its own that answers into one review, and says each acknowledged revision on a line of its own.
 * Run by tests that kill it or race it: `node --import tsx records-writer.ts <where as JSON> <review> <how many>`.
 */
import { openDatabase, type Where } from '../../src/adapters/postgres/open-database.ts';
import { postgresEventStore } from '../../src/adapters/postgres/postgres-event-store.ts';
import { answered, reviewStream } from './records-scene.ts';

const [where = '{}', review = '', count = '0', at = '0'] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(where) as Where);
const store = postgresEventStore(database);
// All racers begin together.
await new Promise((resolve) => setTimeout(resolve, Number(at) - Date.now()));
const said = Array.from({ length: Number(count) }, async (_, index) => {
  const done = await store.change(reviewStream(review), {
    by: `p-${process.pid}`,
    source: { via: 'terminal' },
    once: `${process.pid} ${index}`,
    decide: (state) => {
      const revision = (state?.items.get('access.mfa')?.answers.length ?? 0) + 1;
      return { events: [answered('access.mfa', revision, `${process.pid} ${index}`)] };
    },
  });
  if ('refused' in done) throw new Error(done.sentence);
  process.stdout.write(`acknowledged ${done.events[0]?.version} ${done.events[0]?.hash}\n`);
});
await Promise.all(said);
await database.close();
