/** How a story goes on, whatever platform it is told on: by the clock, and by what the records say. */

import type { ReviewId } from '../../src/domain/event.ts';
import type { Review } from '../../src/domain/review/review.ts';
import { openNow } from '../../src/flow/open.ts';
import type { Ports } from '../../src/flow/ports.ts';
import { bySchedule } from '../../src/flow/soon.ts';
import { sweep } from '../../src/flow/sweep.ts';
import type { MemoryAlarms } from './memory-alarms.ts';

type Told = { readonly ports: Ports; readonly alarms: MemoryAlarms; readonly program: { readonly id: string } };

export function tellingAStory({ ports, alarms, program }: Told) {
  return {
    until: (at: string) => alarms.ringUntil(at),
    sweep: () => sweep(ports),
    /** A review opened by the calendar, and everybody in working hours told. */
    async opened(until = '2026-11-23T09:00:00.000Z'): Promise<ReviewId> {
      const review = await openNow(ports, program.id, bySchedule);
      if (typeof review !== 'string') throw new Error(review.sentence);
      await alarms.ringUntil(until);
      return review;
    },
    async review(id: ReviewId): Promise<Review> {
      const current = await ports.store.current({ kind: 'review', id });
      if (!current) throw new Error(`There is no review ${id}.`);
      return current.state;
    },
  };
}
