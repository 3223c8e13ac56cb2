/** Whether a chat platform still lets us speak. Pausing deletes nothing; what waits is said once it is back. */
import type { Platform } from '../../domain/event.ts';
import type { Paused } from '../../domain/paused.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** Who we are on a platform, in its own words, as it said to the token of that mark. The mark gives no token away. */
export type Account = { readonly mark: string; readonly says: string };

export interface Connections {
  pause(platform: Platform, why: string, at: Instant): Promise<void>;
  resume(platform: Platform): Promise<void>;
  paused(): Promise<readonly Paused[]>;
  /** The newest counts: a platform has one account. */
  remember(platform: Platform, account: Account): Promise<void>;
  /** What the platform said; undefined where it was said to another token. */
  remembered(platform: Platform, mark: string): Promise<string | undefined>;
}
