/** The lead takes words out of the record. Their seal stays, so that the record still verifies. */
import { isRefusal, type Refusal } from '../../event.ts';
import { written } from '../../words.ts';
import type { Form, FormRef, FormValues } from '../form.ts';
import { placeOf, promptTitle } from '../prompt-text.ts';
import { redactable } from '../redactable.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, lineIn, type Sent } from '../sent.ts';
import { aboutPrompt } from './answering.ts';

type RedactRef = Extract<FormRef, { form: 'redact' }>;

export function redactForm(ref: RedactRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const about = aboutPrompt(scene, rs, ref.prompt);
  if (isRefusal(about)) return about;
  if (rs.review.lead !== scene.viewer) {
    const lead = scene.people.get(rs.review.lead)?.name ?? 'The review lead';
    return { refused: 'not yours', sentence: `${lead} leads this review and redacts its words.` };
  }
  const options = redactable(about.item, rs.review);
  if (options.length === 0) return { refused: 'not possible', sentence: 'No words stand here that could be redacted.' };
  return {
    ref,
    title: 'Redact words',
    lines: [
      `${placeOf(about.prompt, rs.checklist)}: ${promptTitle(about.prompt)}`,
      'The words are removed for good, from every answer that holds them. The record shows that, by whom and why.',
    ],
    fields: [
      { id: 'seal', label: 'Which words', input: 'one', options },
      { id: 'reason', label: 'Why', hint: 'Do not repeat the words here.', input: 'paragraph', most: 1_000 },
    ],
    submit: 'Redact',
  };
}

export function redactSent(ref: RedactRef, values: FormValues, { rs }: { rs: ReviewScene }): Sent {
  const item = rs.review.items.get(ref.prompt);
  const seal = lineIn(values, 'seal');
  const reason = lineIn(values, 'reason');
  const known = item && redactable(item, rs.review).some(({ id }) => id === seal);
  const fields = [
    ...(known ? [] : [{ field: 'seal', sentence: 'Choose the words to take out.' }]),
    ...(reason === '' ? [{ field: 'reason', sentence: 'Say why in a few words; the record keeps the reason.' }] : []),
    ...(reason.length > 1_000
      ? [{ field: 'reason', sentence: 'This is longer than 1000 characters. Shorten it.' }]
      : []),
  ];
  return fields.length > 0
    ? { intents: [], fields }
    : asks({ does: 'redact', review: ref.review, seal, reason: written(reason) });
}
