/** What we say before any platform. A renderer turns it into HTML, Block Kit or an Adaptive Card, and escapes it. */
import type { Outcome } from '../checklist/outcome-rule.ts';
import type { Form, FormRef } from './form.ts';
import type { Intent } from './intent.ts';
import type { View } from './view.ts';

/** A state is never told by colour alone: a tone always stands beside its words. */
export type Tone = Outcome | 'unanswered' | 'neutral';

export type Span =
  | { readonly text: string; readonly strong?: boolean }
  | { readonly text: string; readonly href: string }
  /** A mark whose definition stands with the prompt. */
  | { readonly text: string; readonly definition: string };

export type Press =
  | { readonly press: 'intent'; readonly intent: Intent }
  | { readonly press: 'show'; readonly view: View }
  | { readonly press: 'form'; readonly form: FormRef };

export type Action = {
  readonly label: string;
  readonly style?: 'primary';
  readonly press: Press;
  /** What a screen reader hears when the label alone is ambiguous, beginning with it: "Yes: Is multi-factor …". */
  readonly describes?: string;
  /** What it is called where the same can be entered on the card itself: what it offers beside that. */
  readonly beside?: string;
};

/** One prompt with its answer and what one can do. */
export type PromptRow = {
  readonly row: 'prompt';
  readonly prompt: string;
  readonly number: string;
  readonly section: string;
  readonly text: readonly Span[];
  /** How to read it today, and definitions of its marks. */
  readonly notes: readonly string[];
  /** What is recorded: `Yes`, `No · falls short`; absent while unanswered. */
  readonly answer?: { readonly label: string; readonly tone: Tone; readonly detail: readonly (readonly Span[])[] };
  /** `a detail is still owed`, `to be judged`, `valid until 4 Mar 2027`, `last time: yes, 3 months ago`. */
  readonly remarks: readonly string[];
  readonly actions: readonly Action[];
};

export type Row =
  | PromptRow
  | { readonly row: 'text'; readonly text: readonly Span[]; readonly tone?: Tone }
  | { readonly row: 'heading'; readonly text: string }
  | { readonly row: 'fact'; readonly label: string; readonly value: string; readonly tone?: Tone }
  /** A section's state, a cell a prompt. `label` says the same in words. */
  | {
      readonly row: 'cells';
      readonly name: string;
      readonly label: string;
      readonly cells: readonly Tone[];
      readonly action?: Action;
    }
  | { readonly row: 'actions'; readonly actions: readonly Action[] };

export type Card = {
  readonly title: string;
  /** Who asks, until when, for which scope and period. */
  readonly lines: readonly (readonly Span[])[];
  readonly progress?: { readonly answered: number; readonly of: number; readonly label: string };
  readonly rows: readonly Row[];
  /** What one can do with all of it. */
  readonly actions: readonly Action[];
  /** What can be entered on the card itself, where a platform's cards take input; a field's id begins with its prompt's. */
  readonly form?: Form;
  /** One line for notifications, and for who cannot see cards. */
  readonly summary: string;
};
