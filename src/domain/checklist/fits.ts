/** Whether an answer is of the kind its prompt asks for, and if not, what to mend where. */
import type { Words } from '../words.ts';
import { type Misfit, tooLong } from './misfit.ts';
import type { Prompt } from './prompt.ts';
import type { Answer, Evidence } from './response.ts';
import { responseMisfits } from './response-fits.ts';
import { said } from './said.ts';

const mostEvidence = 20;

/** Fields are named as in the answer: `reason`, `text`, `detail`, `chosen`, …; those of a part as `part-id.text`. */
export function fits(prompt: Pick<Prompt, 'answer'>, answer: Answer): readonly Misfit[] {
  return [
    ...(answer.status === 'answered' ? responseMisfits(prompt.answer, answer.response) : reasonMisfits(answer.reason)),
    ...tooLong('note', answer.note),
    ...evidenceMisfits(answer.evidence),
  ];
}

function reasonMisfits(reason: Words): readonly Misfit[] {
  return said(reason) ? tooLong('reason', reason) : [{ field: 'reason', sentence: 'Say why, in a sentence.' }];
}

function evidenceMisfits(evidence: readonly Evidence[]): readonly Misfit[] {
  if (evidence.length > mostEvidence)
    return [{ field: 'evidence', sentence: `Give at most ${mostEvidence} pieces of evidence.` }];
  return evidence.flatMap(({ link, period }) => [
    ...(said(link)
      ? tooLong('evidence', link)
      : [{ field: 'evidence', sentence: 'Give a link, or say where it is found.' }]),
    ...(period && period.from > period.to
      ? [{ field: 'evidence', sentence: 'The period of the evidence ends before it begins. Swap the dates.' }]
      : []),
  ]);
}
