/** What people and prompts are called, and on whose wall time is told, for sentences about events. */
import type { PromptId } from '../../domain/checklist/prompt.ts';
import type { PersonId } from '../../domain/event.ts';

export type Names = {
  /** Whose stream it is, when it is a contact's. */
  readonly contact: string;
  readonly person: (id: PersonId) => string;
  readonly prompt: (id: PromptId) => string;
  /** The program's; UTC for streams that tell no moments. */
  readonly zone: string;
};
