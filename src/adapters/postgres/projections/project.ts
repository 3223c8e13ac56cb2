/** Writes the tables that follow from events, in the events' own transaction. */
import type { Kysely } from 'kysely';
import type { StreamKind } from '../../../domain/event.ts';
import { alongside, type Round } from '../at-once.ts';
import { checklistCache } from '../checklist-cache.ts';
import type { Tables } from '../tables.ts';
import { projectDeliveries } from './deliveries.ts';
import { projectFallenDue } from './duties.ts';
import { projectLastAnswers } from './last-answers.ts';
import { projectReview } from './reviews.ts';
import { isOf, type Span } from './span.ts';

/** The first round may go together with what is written of the stream itself. */
export type Project = <K extends StreamKind>(kysely: Kysely<Tables>, span: Span<K>) => Promise<readonly Round[]>;

export function projector(): Project {
  const checklists = checklistCache();
  return async (kysely, span) => {
    if (isOf(span, 'contact')) return projectDeliveries(span);
    if (!isOf(span, 'review')) return [];
    const review = projectReview(span, await checklists.byHash(kysely, span.after.checklist.hash));
    return alongside([review], projectFallenDue(span), projectLastAnswers(span));
  };
}
