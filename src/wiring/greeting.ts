/** What a person reads who has just started Muster at a terminal. */
import type { Config } from '../config/config.ts';
import { type Instant, millisecondsOf } from '../domain/time/instant.ts';
import { showMoment } from '../domain/time/show.ts';

export type Greeted = {
  readonly url: string;
  /** The time in Muster, and outside. */
  readonly now: Instant;
  readonly really: Instant;
};

export function greeting(config: Config, { url, now, really }: Greeted): string {
  const { demo, dataDir, databaseUrl } = config;
  const kept = databaseUrl ? 'the Postgres server of DATABASE_URL' : dataDir;
  const what = demo
    ? 'A review to play with is open; be any of its people, and skip the clock ahead.'
    : 'Muster is running.';
  const lines = [what, ...setForward(config, now, really), `The record is kept in ${kept}. Stop with Ctrl+C.`];
  return `\n  Muster   ${url}\n\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

/** A demo begun at night or on a Sunday begins at the next working hour, for nobody is written to before. */
function setForward({ programs }: Config, now: Instant, really: Instant): readonly string[] {
  const zone = programs[0]?.file.cadence.zone ?? 'UTC';
  // A start takes seconds; a clock that was set forward is further away.
  if (millisecondsOf(now) - millisecondsOf(really) < 60_000) return [];
  return [
    `Its clock was set forward, since people are asked in their working hours: ${showMoment(zone, now)} ${zone}.`,
  ];
}
