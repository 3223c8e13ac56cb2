/** A chat platform that no longer lets us speak: what waits there is said once it is back. */
import type { Platform } from './event.ts';
import type { Instant } from './time/instant.ts';
import { showMoment } from './time/show.ts';

export type Paused = { readonly platform: Platform; readonly since: Instant; readonly why: string };

const names: Readonly<Record<Platform, string>> = {
  slack: 'Slack',
  teams: 'Microsoft Teams',
  workspace: 'the chat in the browser',
};

/** What waits and why, that nothing is lost, and what to do: for whoever runs Muster. */
export function pausedInWords(paused: Paused, zone: string, now?: Instant): string {
  const name = platformName(paused);
  return `${waits(paused, zone, now)} Install the app in ${name} again, set its new token and restart Muster; ${then}`;
}

/** The same for people who can do nothing about it but tell. */
export function pausedForEverybody(paused: Paused, zone: string, now?: Instant): string {
  const name = platformName(paused);
  const toDo = `Whoever runs Muster has to install the app in ${name} again, set its new token and restart Muster`;
  return `${waits(paused, zone, now)} ${toDo}; ${then}`;
}

/** Beside what is about to go out. Nothing where nothing waits. */
export function pausedInShort(all: readonly Paused[]): string {
  return all
    .map((one) => ` Messages to ${platformName(one)} wait just now, and go out once it takes them again.`)
    .join('');
}

export function platformName({ platform }: Pick<Paused, 'platform'>): string {
  return names[platform];
}

const then = 'what waits is said then.';

function waits({ since, why, ...paused }: Paused, zone: string, now?: Instant): string {
  return `Messages to ${platformName(paused)} wait since ${showMoment(zone, since, now)}: ${why}. Nothing is lost.`;
}
