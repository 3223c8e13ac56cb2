/** A front desk without a house behind it: it draws what it is given, and remembers what it was asked to record. */
import type { Card } from '../../src/domain/card/card.ts';
import type { Form, FormRef, FormValues } from '../../src/domain/card/form.ts';
import type { Intent } from '../../src/domain/card/intent.ts';
import type { View } from '../../src/domain/card/view.ts';
import type { ContactId, Refusal } from '../../src/domain/event.ts';
import type { Actor, Desk, Done, Reply } from '../../src/flow/desk.ts';

export type Answers = {
  card: (view: View, viewer: ContactId) => Card;
  form: (ref: FormRef) => Form | Refusal;
  record: (intent: Intent) => Done | Refusal;
  submit: (ref: FormRef, values: FormValues) => Done | Refusal;
  command: (text: string) => Reply | Refusal;
};

export function memoryDesk(answers: Answers) {
  const recorded: { readonly intent: Intent; readonly actor: Actor }[] = [];
  const submitted: { readonly ref: FormRef; readonly values: FormValues; readonly actor: Actor }[] = [];
  const typed: string[] = [];
  const marks = new Set<string>();
  // As the records do: the same mark twice is one act, and both hear the same.
  const isNew = ({ once = '' }: Actor) => once === '' || (!marks.has(once) && Boolean(marks.add(once)));
  return {
    answers,
    recorded,
    submitted,
    typed,
    card: async (view, viewer) => answers.card(view, viewer),
    form: async (ref) => answers.form(ref),
    async record(intent, actor) {
      const outcome = answers.record(intent);
      if (!('refused' in outcome) && isNew(actor)) recorded.push({ intent, actor });
      return outcome;
    },
    async submit(ref, values, actor) {
      const outcome = answers.submit(ref, values);
      if (!('refused' in outcome) && isNew(actor)) submitted.push({ ref, values, actor });
      return outcome;
    },
    async command(text) {
      typed.push(text);
      return answers.command(text);
    },
    seenInChannel: async () => undefined,
    sharedAs: async () => undefined,
    noteReachable: async () => undefined,
    noteUnreachable: async () => undefined,
    upcoming: async () => [{ at: '2026-12-01T08:00:00.000Z', sentence: 'Pia Lund is reminded.' }],
  } satisfies Desk & Record<string, unknown>;
}
