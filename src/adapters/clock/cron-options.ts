/** How croner has to read an expression so that it means what node-cron means by it. */
import type { CronOptions } from 'croner';

export const cronOptions = {
  mode: '5-part',
  /** Day of month and day of week must both match; croner's own rule is that one of them suffices. */
  domAndDow: true,
  /** Also hours in a list or range are times of the day, each once a day, and not an interval. */
  fixedTimeRule: 'no-wildcard',
} satisfies CronOptions;
