/** Not applicable, don't know or declined: three different states, each with its reason. */
import { isRefusal, type Refusal } from '../../event.ts';
import { currentAnswer } from '../../review/review.ts';
import { written } from '../../words.ts';
import type { Form, FormRef, FormValues } from '../form.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, lineIn, type Sent } from '../sent.ts';
import { promptLines, revisionOf, toAnswer } from './answering.ts';
import { confirmedIn, confirming, isUnconfirmed } from './confirming.ts';
import { mostEntered } from './response-fields.ts';

type NoAnswerRef = Extract<FormRef, { form: 'no answer' }>;

const ways = [
  { id: 'not applicable', label: 'Not applicable to us' },
  { id: "don't know", label: 'I do not know' },
  { id: 'declined', label: 'I would rather not answer' },
] as const;

export function noAnswerForm(ref: NoAnswerRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const about = toAnswer(scene, rs, ref.prompt);
  if (isRefusal(about)) return about;
  const given = currentAnswer(about.item)?.answer;
  const before = given && given.status !== 'answered' ? given : undefined;
  const reason = before?.reason.text;
  return {
    ref: { ...ref, revision: revisionOf(about.item) },
    title: 'No plain answer',
    lines: promptLines(about),
    fields: [
      { id: 'status', label: 'What is it', input: 'one', options: ways, ...(before && { value: [before.status] }) },
      {
        id: 'reason',
        label: 'Why',
        hint: 'A sentence is enough. If somebody else would know, hand the prompt over instead.',
        input: 'paragraph',
        ...(reason && { value: reason }),
        most: mostEntered,
      },
      ...confirming(scene, rs),
    ],
    submit: 'Save',
  };
}

export function noAnswerSent(
  ref: NoAnswerRef,
  values: FormValues,
  { scene, rs }: { scene: Scene; rs: ReviewScene },
): Sent {
  const status = ways.find(({ id }) => id === lineIn(values, 'status'))?.id;
  const text = lineIn(values, 'reason');
  const fields = [
    ...(status ? [] : [{ field: 'status', sentence: 'Choose which of the three it is.' }]),
    ...(text === '' ? [{ field: 'reason', sentence: 'Say why, in a sentence.' }] : []),
    ...(text.length > mostEntered
      ? [{ field: 'reason', sentence: `This is longer than ${mostEntered} characters. Shorten it.` }]
      : []),
  ];
  const confirmed = confirmedIn(values, scene, rs);
  if (isUnconfirmed(confirmed)) return { intents: [], fields: [...fields, ...confirmed.fields] };
  if (!status || fields.length > 0) return { intents: [], fields };
  const { review, prompt, revision } = ref;
  const answer = { status, reason: written(text), evidence: [] };
  return asks({ does: 'answer', review, prompt, revision, answer, ...confirmed });
}
