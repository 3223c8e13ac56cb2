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

/** What waits and why, that nothing is lost, and what to do. One sentence each, the same wherever it is said. */
export function pausedInWords({ platform, since, why }: Paused, zone: string, now?: Instant): string {
  const name = names[platform];
  return (
    `Messages to ${name} wait since ${showMoment(zone, since, now)}: ${why}. ` +
    `Nothing is lost. Install the app in ${name} again, set its new token and restart Muster; what waits is said then.`
  );
}
