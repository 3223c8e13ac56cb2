/** The full answer of one prompt: the response of its kind, a note, evidence. */

import type { Verdict } from '../../checklist/answer-kind.ts';
import { fits } from '../../checklist/fits.ts';
import { isOtherVerdict } from '../../checklist/outcome.ts';
import type { Prompt } from '../../checklist/prompt.ts';
import type { Answer } from '../../checklist/response.ts';
import { isRefusal, type Refusal } from '../../event.ts';
import { currentAnswer } from '../../review/review.ts';
import { answerInShort, verdictLabels } from '../answer-in-words.ts';
import type { Field, Form, FormRef, FormValues } from '../form.ts';
import type { ReviewScene, Scene } from '../scene.ts';
import { asks, misfit, type Sent } from '../sent.ts';
import { today } from '../times.ts';
import { type About, aboutPrompt, promptLines, revisionOf, toAnswer } from './answering.ts';
import { confirmedIn, confirming, isUnconfirmed } from './confirming.ts';
import { evidenceFields, readEvidence } from './evidence-fields.ts';
import { mostEntered, responseFields } from './response-fields.ts';
import { readResponse, wordsIn } from './response-sent.ts';

type AnswerRef = Extract<FormRef, { form: 'answer' }>;

export function answerForm(ref: AnswerRef, scene: Scene, rs: ReviewScene): Form | Refusal {
  const about = toAnswer(scene, rs, ref.prompt);
  if (isRefusal(about)) return about;
  const { prompt, item } = about;
  const given = currentAnswer(item)?.answer;
  const other = !given && ref.verdict !== undefined && isOtherVerdict(prompt, ref.verdict) ? ref.verdict : undefined;
  const response = given?.status === 'answered' ? given.response : undefined;
  const entering = {
    prefix: '',
    label: 'Answer',
    standards: rs.review.standards,
    ...(ref.verdict && { verdict: ref.verdict }),
  };
  return {
    // What is shown is the present answer, so that is what the person has seen.
    ref: { ...ref, revision: revisionOf(item) },
    title: given ? 'Change the answer' : 'Answer this prompt',
    lines: [...promptLines(about), ...(given && ref.verdict ? changing(about, given, ref.verdict) : [])],
    fields: [
      ...responseFields(prompt.answer, response, entering).filter(
        ({ id }) => !other || id !== 'detail' || owesDetail(prompt, other),
      ),
      ...(other
        ? [missingField(other, prompt.followUp)]
        : [noteField(prompt.followUp, given), ...evidenceFields(prompt, given?.evidence.at(-1), today(scene))]),
      ...confirming(scene, rs),
    ],
    submit: 'Save',
  };
}

/** Whoever pressed the other button sees why that alone changed nothing. */
function changing({ prompt }: About, given: Answer, verdict: Verdict): readonly string[] {
  const [before, now] = [answerInShort(given, prompt), verdictLabels[verdict]];
  if (before === now) return [];
  const missing = isOtherVerdict(prompt, verdict) ? ' Say in the note what is missing; it can also be said later.' : '';
  return [`You pressed ${now}, and ${before} is recorded. Save to make it ${now}.${missing}`];
}

export function answerSent(ref: AnswerRef, values: FormValues, { scene, rs }: { scene: Scene; rs: ReviewScene }): Sent {
  const about = aboutPrompt(scene, rs, ref.prompt);
  if (isRefusal(about)) return misfit('', about.sentence);
  const { prompt, item } = about;
  const read = readResponse(prompt.answer, values, '');
  const evidence = readEvidence(values, today(scene));
  const missing =
    read.given || read.fields.length > 0
      ? []
      : [{ field: mainField(prompt.answer.kind), sentence: 'Give an answer first.' }];
  const wrong = [...read.fields, ...missing, ...evidence.fields];
  const confirmed = confirmedIn(values, scene, rs);
  if (isUnconfirmed(confirmed)) return { intents: [], fields: [...wrong, ...confirmed.fields] };
  if (!read.given || wrong.length > 0) return { intents: [], fields: wrong };
  const before = item.answers.find(({ revision }) => revision === ref.revision)?.answer.evidence ?? [];
  const note = wordsIn(values, 'note');
  const answer: Answer = {
    status: 'answered',
    response: read.given,
    ...(note && { note }),
    // Only the newest piece is in the form; the ones before it stay as they are.
    evidence: [...before.slice(0, -1), ...(evidence.given ? [evidence.given] : [])],
  };
  const fields = fits(prompt, answer);
  if (fields.length > 0) return { intents: [], fields };
  const { review, revision } = ref;
  return asks({ does: 'answer', review, prompt: ref.prompt, revision, answer, ...confirmed });
}

export function noteField(followUp: string | undefined, given: Answer | undefined): Field {
  const hint = followUp === undefined ? undefined : `If it falls short: ${followUp}`;
  const value = given?.note?.text;
  return {
    id: 'note',
    label: 'Note',
    ...(hint && { hint }),
    optional: true,
    input: 'paragraph',
    ...(value && { value }),
    most: mostEntered,
  };
}

/** The question for the detail of a Yes has no place beside a No. */
function owesDetail({ answer }: Pick<Prompt, 'answer'>, verdict: Verdict): boolean {
  return answer.kind === 'verdict' && answer.detail?.when.includes(verdict) === true;
}

/** What the other verdict is pressed for; everything else can be added later. */
function missingField(verdict: Verdict, followUp: string | undefined): Field {
  const hint = followUp ?? 'In a sentence or two. It can also be said later.';
  const label = verdict === 'no' ? 'What is missing' : 'What there is to say';
  return { id: 'note', label, hint, optional: true, input: 'paragraph', most: mostEntered };
}

function mainField(kind: string): string {
  const names: Readonly<Record<string, string>> = {
    verdict: 'verdict',
    text: 'text',
    choices: 'chosen',
    list: 'entries',
  };
  return names[kind] ?? 'value';
}
