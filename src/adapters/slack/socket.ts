/** Slack's socket, kept open until we close: when one ends the next is opened, and why there is none can be told. */
import { setTimeout as pause } from 'node:timers/promises';
import { type App, SocketModeReceiver } from '@slack/bolt';
import { silent } from './clients.ts';
import { type Failure, failureOf } from './failures.ts';
import type { SlackOptions } from './options.ts';
import { isUnreadable, tellOf } from './request-failures.ts';

export type Socket = {
  readonly receiver: SocketModeReceiver;
  /** Goes on by itself; nobody waits for it. */
  keepOpen(app: App, opened: () => void): void;
  /** 'not begun' in a process that takes no clicks, e.g. the terminal's. */
  state(): 'not begun' | 'open' | Failure;
  /** Resolves when there is no socket and nothing left that would open one. */
  close(): Promise<void>;
};

type Options = Pick<SlackOptions, 'apiUrl' | 'log'> & { readonly appToken: string };

/** Milliseconds until the next try: Slack renews a socket every few hours, and that one is missed by whoever clicks. */
const waits = [0, 0, 1_000, 5_000, 15_000, 60_000];
/** One that lived this long was no failure. */
const aWhile = 60_000;
/** Of the thirty seconds a pod has to end. After it the connection is cut, whatever the other end says. */
const farewell = 1_000;

const closedByThem: Failure = { certainty: 'uncertain', why: 'Slack closed the socket' };

export function socket(options: Options): Socket {
  const closing = new AbortController();
  const receiver = receiverOf(options, closing.signal);
  let state: ReturnType<Socket['state']> = 'not begun';
  let ended = Promise.resolve();

  async function oneAfterTheOther(app: App, opened: () => void): Promise<void> {
    for (let tries = 0; !closing.signal.aborted; ) {
      const since = performance.now();
      const failure = await one(app, () => {
        state = 'open';
        opened();
      });
      if (closing.signal.aborted) return;
      state = failure;
      tries = performance.now() - since > aWhile ? 0 : tries + 1;
      if (tries > 1) options.log.error({ why: failure.why }, 'Slack opens no socket for us. It is tried again.');
      const wait = waits[Math.min(tries, waits.length - 1)];
      await pause(wait, undefined, { ref: false, signal: closing.signal }).catch(() => undefined);
    }
  }

  /** Resolves with why it ended, or could not begin. */
  async function one(app: App, opened: () => void): Promise<Failure> {
    let isGone = () => {};
    const gone = new Promise<void>((resolve) => {
      isGone = resolve;
    });
    receiver.client.once('disconnected', isGone);
    try {
      await app.start();
    } catch (error) {
      receiver.client.off('disconnected', isGone);
      return error === undefined ? closedByThem : failureOf(error);
    }
    if (closing.signal.aborted) void receiver.stop();
    else opened();
    await gone;
    return closedByThem;
  }

  return {
    receiver,
    keepOpen(app, opened) {
      ended = oneAfterTheOther(app, opened);
    },
    state: () => state,
    async close() {
      closing.abort();
      await receiver.stop();
      await Promise.race([ended, pause(farewell, undefined, { ref: false })]);
      // Asked a second time it no longer waits for the other end.
      await receiver.stop();
    },
  };
}

/** Without the SDK's own retries: it makes a hundred, holds the process with them, and lets a token's end go unheard. */
function receiverOf({ appToken, apiUrl, log }: Options, closing: AbortSignal): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: silent,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        timeout: 10_000,
        retryConfig: { retries: 0 },
        fetch: (url, init) =>
          fetch(url, { ...init, signal: AbortSignal.any([closing, ...(init?.signal ? [init.signal] : [])]) }),
        ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
      },
    },
    processEventErrorHandler: async ({ error }) => {
      tellOf(error, log);
      // Not acknowledged, it is sent again; what cannot be read now cannot be read then.
      return isUnreadable(error);
    },
  });
}
