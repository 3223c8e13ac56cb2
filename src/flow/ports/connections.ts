/** Whether a chat platform still lets us speak. Pausing deletes nothing; what waits is said once it is back. */
import type { Platform } from '../../domain/event.ts';
import type { Paused } from '../../domain/paused.ts';
import type { Instant } from '../../domain/time/instant.ts';

export interface Connections {
  pause(platform: Platform, why: string, at: Instant): Promise<void>;
  resume(platform: Platform): Promise<void>;
  paused(): Promise<readonly Paused[]>;
}
