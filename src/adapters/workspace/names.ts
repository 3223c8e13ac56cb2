/** What people and prompts are called, for sentences about events. */
import type { PromptId } from '../../domain/checklist/prompt.ts';
import type { PersonId } from '../../domain/event.ts';

export type Names = {
  /** Whose stream it is, when it is a contact's. */
  readonly contact: string;
  readonly person: (id: PersonId) => string;
  readonly prompt: (id: PromptId) => string;
};
