/** What a saved answer still owes: it stands as it is, and what is missing stays visible until it is given. */
import type { AnswerKind, PartKind } from './answer-kind.ts';
import type { Outcome, OutcomeRule } from './outcome-rule.ts';
import { needed } from './parts.ts';
import type { Prompt } from './prompt.ts';
import type { Answer, PartResponse, Response } from './response.ts';
import { said } from './said.ts';

/** `part` is set where it belongs to one part of the answer. */
export type OwedDetail = { readonly part?: string; readonly ask: string };

type Asked = Pick<Prompt, 'answer' | 'outcome'>;

export function detailOwed(prompt: Asked, answer: Answer): boolean {
  return detailsOwed(prompt, answer).length > 0;
}

export function detailsOwed(prompt: Asked, answer: Answer): readonly OwedDetail[] {
  return answer.status === 'answered' ? owedBy(prompt.answer, answer.response, prompt.outcome) : [];
}

/** The question beside an answer that falls short, until a note answers it. */
export function followUpOwed(prompt: Pick<Prompt, 'followUp'>, answer: Answer, outcome: Outcome): string | undefined {
  const asked = answer.status === 'answered' && outcome === 'falls short' && !said(answer.note);
  return asked ? prompt.followUp : undefined;
}

/** Required evidence that is not there yet. What informs, or was not answered, owes none. */
export function evidenceOwed(prompt: Pick<Prompt, 'evidence'>, answer: Answer, outcome: Outcome): boolean {
  const claims = answer.status === 'answered' && (outcome === 'meets' || outcome === 'to be judged');
  return claims && prompt.evidence.need === 'required' && answer.evidence.length === 0;
}

function owedBy(kind: AnswerKind, response: Response, rule: OutcomeRule): readonly OwedDetail[] {
  if (response.kind !== 'parts') {
    const ask = kind.kind === 'parts' ? undefined : askedOf(kind, response, rule);
    return ask ? [{ ask }] : [];
  }
  if (kind.kind !== 'parts') return [];
  return kind.parts.flatMap((part): readonly OwedDetail[] => {
    const given = response.parts[part.id];
    if (!given) return part.neededIf && needed(part, response.parts) ? [{ part: part.id, ask: part.label }] : [];
    const ask = askedOf(part.answer, given, rule);
    return ask ? [{ part: part.id, ask }] : [];
  });
}

function askedOf(kind: PartKind, given: PartResponse, rule: OutcomeRule): string | undefined {
  if (!('detail' in kind) || !kind.detail || ('detail' in given && said(given.detail))) return undefined;
  if (kind.kind === 'verdict') {
    return given.kind === 'verdict' && kind.detail.when.includes(given.verdict) ? kind.detail.ask : undefined;
  }
  // "None of these" owes no detail on what is in place; the follow-up asks about it.
  const none =
    given.kind === 'choices' && rule.by === 'option' && given.chosen.every((id) => rule.outcomes[id] === 'falls short');
  return none ? undefined : kind.detail;
}
