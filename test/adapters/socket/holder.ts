/** A process that tries to hold the folder it is given, says whether it does, and goes on doing so until it is ended. */
import { lockAndServe } from '../../../src/adapters/socket/lock-and-serve.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say which folder.');
process.stdin.once('data', async () => {
  const lock = await lockAndServe(folder, 'holder');
  if (lock.held === 'here') {
    lock.answerWith(async function* (request) {
      yield { pid: process.pid, request };
    });
  }
  process.stdout.write(`${lock.held}\n`);
  if (lock.held === 'elsewhere') process.exit();
});
process.stdout.write('ready\n');
