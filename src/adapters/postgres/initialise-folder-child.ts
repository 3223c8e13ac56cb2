/** Runs in a process of its own: makes an embedded database in the folder it is given, and ends. */
import { PGlite } from '@electric-sql/pglite';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say in which folder.');
const pglite = await PGlite.create(folder);
await pglite.query('checkpoint');
await pglite.close();
