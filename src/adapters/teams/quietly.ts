/** The SDK tells the console of every forged token, with its stack. Anybody outside could fill the disk with it. */
import { AsyncLocalStorage } from 'node:async_hooks';

const quiet = new AsyncLocalStorage<true>();
let ours: Console['error'] | undefined;

/** What it says on the console while `work` runs goes nowhere; everybody else is heard. */
export function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { error } = console;
  if (error !== ours) {
    ours = (...said) => {
      if (!quiet.getStore()) error(...said);
    };
    Object.assign(console, { error: ours });
  }
  return quiet.run(true, work);
}
