/**
 * Turns at verifying a token. Those who bring the same key wait for one another, and strangers' keys count as one: so no crowd
 * outside keeps those waiting whose key is known. Each process has its own, as it has its own keys.
 */
export type Verifying = (key: string | undefined, verify: () => Promise<void>) => Promise<void>;

export class KeysLate extends Error {
  constructor(cause?: unknown) {
    super('Microsoft’s keys did not come in time.', { cause });
    this.name = 'KeysLate';
  }
}

// Teams gives us fifteen seconds for the whole.
const longest = 5_000;

// Microsoft signs with a handful; whoever holds a key that verified is no stranger.
const mostKnown = 20;

export function verifying(patience = longest): Verifying {
  const last = new Map<string, Promise<void>>();
  const known = new Set<string>();
  return async (key, verify) => {
    const lane = key !== undefined && known.has(key) ? key : '';
    const came = performance.now();
    const before = last.get(lane) ?? Promise.resolve();
    const mine = before.then(() => {
      // Who waited this long would go before an answer came, and leave one more fetch behind.
      if (performance.now() - came > patience / 2) throw new KeysLate();
      return within(patience, verify());
    });
    last.set(
      lane,
      mine.catch(() => undefined),
    );
    await within(patience, mine);
    if (key !== undefined && known.size < mostKnown) known.add(key);
  };
}

async function within(patience: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new KeysLate()), patience);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
