/** Shows the page that an act led to, and leads focus and eyes to what came of it. */
import type { Page } from './fetch-page.ts';
import { morphTo } from './morph.ts';
import { bringIntoView } from './scroll.ts';
import { announce, sentenceOf, trouble } from './tell.ts';

/** `lead`: a view was asked for, so its beginning is what one wants to read next. */
export function arrive(page: Page, lead: boolean): void {
  if (!page.ok) {
    trouble(sentenceOf(page.document));
    return;
  }
  if (page.url.pathname !== location.pathname) {
    location.assign(page.url);
    return;
  }
  trouble('');
  const before = theTime();
  morphTo(page.document);
  if (theTime() !== before) announce(`It is now ${theTime()}.`);
  const target = document.getElementById(page.url.searchParams.get('at') ?? '');
  announceNote();
  if (target) goTo(target, lead);
}

function theTime(): string {
  return document.querySelector('.clock .now time')?.textContent ?? '';
}

function announceNote(): void {
  announce(document.querySelector('[data-note] p')?.textContent ?? '');
}

function goTo(target: HTMLElement, lead: boolean): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (lead) target.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
  else if (lost) firstAction(target)?.focus({ preventScroll: true });
  bringIntoView(target, lead ? 'start' : 'nearest');
}

// What was pressed is gone once it is answered; the next thing to press there stands in its place.
function firstAction(target: HTMLElement): HTMLElement | null {
  return target.querySelector<HTMLElement>('.acts button, [tabindex="-1"], button');
}
