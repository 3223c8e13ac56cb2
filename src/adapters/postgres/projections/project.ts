/** Writes the tables that follow from events, in the events' own transaction. */
import type { Transaction } from 'kysely';
import type { StreamKind } from '../../../domain/event.ts';
import { checklistCache } from '../checklist-cache.ts';
import type { Tables } from '../tables.ts';
import { projectDeliveries } from './deliveries.ts';
import { projectFallenDue } from './duties.ts';
import { projectLastAnswers } from './last-answers.ts';
import { projectReview } from './reviews.ts';
import { isOf, type Span } from './span.ts';

export type Project = <K extends StreamKind>(tx: Transaction<Tables>, span: Span<K>) => Promise<void>;

export function projector(): Project {
  const checklists = checklistCache();
  return async (tx, span) => {
    if (isOf(span, 'review')) {
      await projectReview(tx, span, await checklists.byHash(tx, span.after.checklist.hash));
      await projectFallenDue(tx, span);
      await projectLastAnswers(tx, span);
    } else if (isOf(span, 'contact')) await projectDeliveries(tx, span);
  };
}
