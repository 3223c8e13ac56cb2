/** What an answer amounts to, by the rule of its prompt. */
import type { Verdict } from './answer-kind.ts';
import { compareDurations } from './duration.ts';
import type { Outcome, OutcomeRule, PartRule } from './outcome-rule.ts';
import { needed } from './parts.ts';
import type { Prompt, PromptId } from './prompt.ts';
import type { Answer, PartResponse, Response } from './response.ts';

export type Settings = Readonly<Record<string, string | number>>;

export type OutcomeContext = {
  /** The numbers and durations the program set. */
  readonly settings: Settings;
  /** Outcomes of other prompts, for one that is derived; undefined while unanswered. */
  readonly of: (prompt: PromptId) => Outcome | undefined;
};

type Judged = Pick<Prompt, 'answer' | 'outcome'>;

export function outcomeOf(prompt: Judged, answer: Answer, context: OutcomeContext): Outcome {
  const rule = prompt.outcome;
  if (rule.by === 'sub-questions') return derivedOutcome(rule.prompts, context.of) ?? 'to be judged';
  if (answer.status === 'answered') return responseOutcome(prompt, answer.response, context.settings);
  if (isInformational(rule, context.settings)) return 'informational';
  return answer.status === 'not applicable' ? 'to be judged' : 'falls short';
}

/** What sub-questions add up to: undefined while one of them has no outcome and none falls short. */
export function derivedOutcome(prompts: readonly PromptId[], of: OutcomeContext['of']): Outcome | undefined {
  const outcomes = prompts.map(of);
  const known = outcomes.filter((outcome) => outcome !== undefined);
  if (known.includes('falls short')) return 'falls short';
  return known.length < outcomes.length ? undefined : worst(known);
}

function worst(outcomes: readonly Outcome[]): Outcome {
  return worstFirst.find((outcome) => outcomes.includes(outcome)) ?? 'to be judged';
}

const worstFirst: readonly Outcome[] = ['falls short', 'to be judged', 'meets', 'informational'];

/** The No where yes is good, and the Yes where no is. */
export function isOtherVerdict({ outcome: rule }: Pick<Prompt, 'outcome'>, verdict: Verdict): boolean {
  if (rule.by !== 'verdict' || verdict === 'partly') return false;
  return rule.outcomes[verdict === 'no' ? 'yes' : 'no'] === 'meets' && rule.outcomes[verdict] !== 'meets';
}

function responseOutcome({ answer, outcome: rule }: Judged, response: Response, settings: Settings): Outcome {
  if (rule.by === 'parts') {
    if (answer.kind !== 'parts' || response.kind !== 'parts') return 'to be judged';
    const ruled = answer.parts.filter(({ id }) => id in rule.parts).filter((part) => needed(part, response.parts));
    return worst(
      ruled.flatMap(({ id, optional }) => partOutcome(rule.parts[id], response.parts[id], { optional, settings })),
    );
  }
  if (rule.by === 'sub-questions') return 'to be judged';
  if (response.kind !== 'parts') return ruleOutcome(rule, response, settings);
  return rule.by === 'nothing' ? 'informational' : 'to be judged';
}

function partOutcome(
  rule: PartRule | undefined,
  response: PartResponse | undefined,
  { optional, settings }: { readonly optional: boolean; readonly settings: Settings },
): readonly Outcome[] {
  if (!rule) return [];
  if (!response) return optional ? [] : ['to be judged'];
  return [ruleOutcome(rule, response, settings)];
}

/** A response of another kind than the rule's never passes by mistake: somebody looks at it. */
function ruleOutcome(rule: PartRule, response: PartResponse, settings: Settings): Outcome {
  switch (rule.by) {
    case 'verdict':
      return response.kind === 'verdict' ? rule.outcomes[response.verdict] : 'to be judged';
    case 'option':
      return response.kind === 'choices'
        ? worst(response.chosen.map((id) => rule.outcomes[id] ?? 'to be judged'))
        : 'to be judged';
    case 'threshold':
      return thresholdOutcome(rule, response, settings[rule.setting]);
    case 'reviewer':
      return 'to be judged';
    case 'nothing':
      return 'informational';
    default:
      return rule satisfies never;
  }
}

type Threshold = Extract<PartRule, { by: 'threshold' }>;

function thresholdOutcome(rule: Threshold, response: PartResponse, limit: string | number | undefined): Outcome {
  if (limit === undefined) return rule.unset;
  const difference = compareWithLimit(response, limit);
  if (difference === undefined) return 'to be judged';
  const kept = rule.must === 'be at most' ? difference <= 0 : difference >= 0;
  return kept ? 'meets' : 'falls short';
}

function compareWithLimit(response: PartResponse, limit: string | number): number | undefined {
  if (response.kind === 'duration') return compareDurations(response.value, String(limit));
  if (response.kind !== 'number') return undefined;
  const difference = response.value - Number(limit);
  return Number.isNaN(difference) ? undefined : difference;
}

/** A threshold nobody set, on a prompt that then only informs, is a trend. */
function isInformational(rule: OutcomeRule, settings: Settings): boolean {
  if (rule.by === 'threshold') return rule.unset === 'informational' && settings[rule.setting] === undefined;
  return rule.by === 'nothing';
}
