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
  void inTurn('look again', lookAgain);
}

// A browser allows a server only six connections, so windows nobody looks at give theirs back.
function hangUp(): void {
  source?.close();
  source = undefined;
}

function listen(): void {
  const address = document.body.dataset['live'];
  if (source || address === undefined) return;
  let wasLost = false;
  source = new EventSource(address);
  source.addEventListener('changed', () => void inTurn('look again', lookAgain));
  source.addEventListener('error', () => {
    wasLost = true;
  });
  source.addEventListener('open', () => {
    document.documentElement.dataset['listening'] = '';
    if (wasLost) void inTurn('look again', lookAgain);
    wasLost = false;
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
