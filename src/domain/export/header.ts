/** The first line of an export: which review, about what, for when, and where its chain stands. */
import type { Head } from '../event.ts';
import type { HeaderLine } from '../export-format.ts';
import type { Review } from '../review/review.ts';
import type { Instant } from '../time/instant.ts';

export function headerOf(review: Review, { version, hash }: Head, exportedAt: Instant): HeaderLine {
  const { id, programId, title, scope, period, zone, checklist, demo, status } = review;
  return {
    kind: 'export',
    format: 1,
    review: id,
    program: programId,
    title,
    scope,
    period,
    zone,
    checklist,
    demo,
    status,
    head: { version, hash },
    exportedAt,
    notice: 'A self-assessment. Nothing in it is an audit opinion.',
  };
}
