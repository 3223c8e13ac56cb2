/** Looks again whenever the server says that something changed, and after being away. */
import { fetchPage } from './fetch-page.ts';
import { morphTo } from './morph.ts';
import { inTurn } from './queue.ts';
import { bringIntoView, readsTheEnd } from './scroll.ts';
import { trouble, unreachable } from './tell.ts';

let source: EventSource | undefined;

export function keepLive(): void {
  if (document.body.dataset['live'] === undefined || document.querySelector('main #form')) return;
  listen();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hangUp();
    else resume();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) resume();
  });
  addEventListener('pagehide', hangUp);
}

function resume(): void {
  listen();
  lookSoon();
}

// A browser allows a server only six connections, so windows nobody looks at give theirs back.
function hangUp(): void {
  source?.close();
  source = undefined;
}

function listen(): void {
  const address = document.body.dataset['live'];
  if (source || address === undefined) return;
  // It is told at once when something changed since the page was drawn: on the way here, or while the line was lost.
  source = new EventSource(address);
  source.addEventListener('changed', lookSoon);
  source.addEventListener('open', () => {
    document.documentElement.dataset['listening'] = '';
  });
}

let looksSoon = false;

/** Once for all that changed until it begins; what changes later may be missing in what it sees. */
function lookSoon(): void {
  if (looksSoon) return;
  looksSoon = true;
  void inTurn(() => {
    looksSoon = false;
    return lookAgain();
  });
}

async function lookAgain(): Promise<void> {
  const address = new URL(location.href);
  address.searchParams.delete('at');
  address.hash = '';
  try {
    const page = await fetchPage(address.href);
    if (!page.ok) return;
    const follow = readsTheEnd();
    const newest = morphTo(page.document).at(-1);
    if (document.getElementById('trouble')?.textContent === unreachable) trouble('');
    if (newest && follow) bringIntoView(newest, 'start');
  } catch {
    trouble(unreachable);
  }
}
