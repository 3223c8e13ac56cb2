/** When a person works. One port: free weekends and 9–17 today, the full calendar of each person later. */
import type { LocalDate } from './instant.ts';

export type Calendar = {
  /** IANA zone, e.g. `Europe/Stockholm`. */
  readonly zone: string;
  /** Wall times, `09:00` and `17:00`. */
  readonly hours: { readonly from: string; readonly to: string };
  /** A weekend, a public holiday, a day away. */
  readonly isFree: (date: LocalDate) => boolean;
};
