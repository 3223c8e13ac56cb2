/** The SDK tells the console of every forged token, with its stack. Anybody outside could fill the disk with it. */

let ours: Console['error'] | undefined;

/**
 * What it says on the console while it reads a token goes nowhere, from now on; everybody else is heard. Told apart by the name of
 * its file among the callers, which a test would miss: to follow one request through all it awaits would slow down every other.
 */
export function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { error } = console;
  if (error !== ours) {
    ours = (...said) => {
      if (!new Error('Who says it?').stack?.includes(reader)) error(...said);
    };
    Object.assign(console, { error: ours });
  }
  return work();
}

const reader = 'jwtTokenExtractor';
