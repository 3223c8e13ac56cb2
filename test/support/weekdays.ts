/** Free weekends and 9–17, in any zone. */
import type { Calendar } from '../../src/domain/time/calendar.ts';

export function weekdays(zone: string): Calendar {
  return { zone, hours: { from: '09:00', to: '17:00' }, isFree: (date) => [0, 6].includes(new Date(date).getUTCDay()) };
}
