/** A reviewer says what an answer amounts to, and why. */
import { isRefusal, type Refusal } from '../../event.ts';
import { mayJudge } from '../../review/decide/judging.ts';
import { currentAnswer, currentJudgement } from '../../review/review.ts';
import { written } from '../../words.ts';
import { answerInWords } from '../answer-in-words.ts';
import type { Form, FormRef, FormValues } from '../form.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, lineIn, type Sent } from '../sent.ts';
import { aboutPrompt, promptLines, revisionOf } from './answering.ts';
import { confirmedIn, confirming, isUnconfirmed } from './confirming.ts';
import { mostEntered } from './response-fields.ts';

type JudgeRef = Extract<FormRef, { form: 'judge' }>;

const options = [
  { id: 'meets', label: 'It meets what is asked' },
  { id: 'falls short', label: 'It falls short' },
  { id: 'informational', label: 'For information only' },
] as const;

const voidsSignature =
  'The review is signed off. A judgement now takes the signature away, and the approver is asked to sign again.';

export function judgeForm(ref: JudgeRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const about = aboutPrompt(scene, rs, ref.prompt);
  if (isRefusal(about)) return about;
  const { item, prompt } = about;
  const given = currentAnswer(item);
  if (!given) return { refused: 'not possible', sentence: 'There is no answer yet to judge.' };
  if (!mayJudge(rs.review, item, scene.viewer)) {
    return { refused: 'not yours', sentence: 'Reviewers judge answers, and nobody judges their own.' };
  }
  const words = answerInWords(given.answer, prompt).detail.map((spans) => spans.map(({ text }) => text).join(''));
  const [place = '', question = ''] = promptLines(about);
  const before = currentJudgement(item);
  const label = answerInWords(given.answer, prompt).label;
  return {
    ref: { ...ref, revision: revisionOf(item) },
    title: 'Judge the answer',
    lines: [
      place,
      question,
      ...(label === 'Answered' ? [] : [`Answer: ${label}`]),
      ...words,
      `A good answer: ${prompt.good}`,
      ...(rs.review.status === 'signed off' ? [voidsSignature] : []),
    ],
    fields: [
      { id: 'outcome', label: 'It amounts to', input: 'one', options, ...(before && { value: [before.outcome] }) },
      {
        id: 'reason',
        label: 'Why',
        hint: 'The owner and the auditor read this.',
        input: 'paragraph',
        ...(before?.reason.text && { value: before.reason.text }),
        most: mostEntered,
      },
      ...confirming(scene, rs),
    ],
    submit: 'Save the judgement',
  };
}

export function judgeSent(ref: JudgeRef, values: FormValues, { scene, rs }: { scene: Scene; rs: ReviewScene }): Sent {
  const outcome = options.find(({ id }) => id === lineIn(values, 'outcome'))?.id;
  const text = lineIn(values, 'reason');
  const fields = [
    ...(outcome ? [] : [{ field: 'outcome', sentence: 'Say what the answer amounts to.' }]),
    ...(text === '' ? [{ field: 'reason', sentence: 'Say why in a few words; the auditor reads it.' }] : []),
    ...(text.length > mostEntered
      ? [{ field: 'reason', sentence: `This is longer than ${mostEntered} characters. Shorten it.` }]
      : []),
  ];
  const confirmed = confirmedIn(values, scene, rs);
  if (isUnconfirmed(confirmed)) return { intents: [], fields: [...fields, ...confirmed.fields] };
  if (!outcome || fields.length > 0) return { intents: [], fields };
  const { review, prompt, revision } = ref;
  return asks({ does: 'judge', review, prompt, revision, outcome, reason: written(text), ...confirmed });
}
