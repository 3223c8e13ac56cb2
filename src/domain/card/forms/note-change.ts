/** Something changed that a prompt asks about, so the next review asks it whatever its validity. */
import { isRefusal, type Refusal } from '../../event.ts';
import { written } from '../../words.ts';
import type { Form, FormRef, FormValues } from '../form.ts';
import { placeOf, promptTitle } from '../prompt-text.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, lineIn, misfit, type Sent } from '../sent.ts';
import { aboutPrompt } from './answering.ts';

type NoteChangeRef = Extract<FormRef, { form: 'note change' }>;

export function noteChangeForm(ref: NoteChangeRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const about = aboutPrompt(scene, rs, ref.prompt);
  if (isRefusal(about)) return about;
  if (rs.review.lead !== scene.viewer) {
    const lead = scene.people.get(rs.review.lead)?.name ?? 'The lead';
    return { refused: 'not yours', sentence: `${lead} leads this program and says what changed. Ask them to.` };
  }
  return {
    ref,
    title: 'Ask again next time',
    lines: [
      `${placeOf(about.prompt, rs.checklist)}: ${promptTitle(about.prompt)}`,
      'The next review asks this, even if its answer would still be valid.',
    ],
    fields: [
      {
        id: 'because',
        label: 'What changed',
        hint: about.prompt.changes ?? 'A sentence is enough.',
        input: 'paragraph',
        most: 1_000,
      },
    ],
    submit: 'Ask again',
  };
}

export function noteChangeSent(ref: NoteChangeRef, values: FormValues, { rs }: { rs: ReviewScene }): Sent {
  const because = lineIn(values, 'because');
  if (because === '') return misfit('because', 'Say what changed, in a sentence.');
  if (because.length > 1_000) return misfit('because', 'This is longer than 1000 characters. Shorten it.');
  return asks({ does: 'note change', program: rs.review.programId, prompt: ref.prompt, because: written(because) });
}
