/** The outcome rule fits the answer kind, and leaves no possible answer without an outcome. */
import type { AnswerKind, PartKind } from './answer-kind.ts';
import type { Checklist, ChecklistPrompt } from './checklist.ts';
import type { Fault } from './fault.ts';
import type { OutcomeRule, PartRule } from './outcome-rule.ts';

/** Without `settings` it is not known which there are. */
export type RuleContext = Pick<Checklist, 'prompts'> & Partial<Pick<Checklist, 'settings'>>;

export function ruleFaults(prompt: ChecklistPrompt, context: RuleContext): readonly Fault[] {
  const { answer, outcome } = prompt;
  if (outcome.by === 'sub-questions') return childFaults(prompt, outcome.prompts, context);
  if (outcome.by === 'parts') return partFaults(answer, outcome.parts, context);
  if (answer.kind === 'parts' && outcome.by !== 'reviewer' && outcome.by !== 'nothing') {
    return [fault(['outcome', 'by'], `An answer in parts needs a rule by parts, not by ${outcome.by}.`)];
  }
  return answer.kind === 'parts'
    ? []
    : simpleFaults(answer, outcome, context).map((sentence) => fault(['outcome'], sentence));
}

function simpleFaults(kind: PartKind, rule: PartRule, context: RuleContext): readonly string[] {
  switch (rule.by) {
    case 'verdict':
      return kind.kind === 'verdict' ? [] : [mismatch(rule.by, kind)];
    case 'option':
      return kind.kind === 'choices'
        ? optionFaults(
            kind.options.map(({ id }) => id),
            rule.outcomes,
          )
        : [mismatch(rule.by, kind)];
    case 'threshold':
      return kind.kind === 'number' || kind.kind === 'duration'
        ? settingFaults(rule.setting, kind.kind, context)
        : [mismatch(rule.by, kind)];
    case 'reviewer':
    case 'nothing':
      return [];
    default:
      return rule satisfies never;
  }
}

function optionFaults(options: readonly string[], outcomes: Readonly<Record<string, unknown>>): readonly string[] {
  return [
    ...options.filter((id) => !Object.hasOwn(outcomes, id)).map((id) => `The option "${id}" has no outcome.`),
    ...Object.keys(outcomes)
      .filter((id) => !options.includes(id))
      .map((id) => `The outcome names "${id}", which is not one of the options.`),
  ];
}

function settingFaults(id: string, kind: 'number' | 'duration', context: RuleContext): readonly string[] {
  if (!context.settings) return [];
  const setting = context.settings.find((each) => each.id === id);
  if (!setting) return [`The setting "${id}" is not listed in checklist.yaml.`];
  return setting.kind === kind ? [] : [`The setting "${id}" is a ${setting.kind}, and the answer is a ${kind}.`];
}

function partFaults(
  kind: AnswerKind,
  rules: Readonly<Record<string, PartRule>>,
  context: RuleContext,
): readonly Fault[] {
  if (kind.kind !== 'parts') return [fault(['outcome', 'by'], mismatch('parts', kind))];
  if (Object.keys(rules).length === 0) return [fault(['outcome', 'parts'], 'At least one part needs a rule.')];
  return Object.entries(rules).flatMap(([id, rule]) => {
    const part = kind.parts.find((each) => each.id === id);
    const sentences = part ? simpleFaults(part.answer, rule, context) : [`There is no part "${id}".`];
    return sentences.map((sentence) => fault(['outcome', 'parts', id], sentence));
  });
}

function childFaults(prompt: ChecklistPrompt, ids: readonly string[], context: RuleContext): readonly Fault[] {
  const children = context.prompts.filter(({ parent }) => parent === prompt.id).map(({ id }) => id);
  return [
    ...ids.flatMap((id, index) =>
      children.includes(id)
        ? []
        : [fault(['outcome', 'prompts', index], `"${id}" is not a sub-question of "${prompt.id}".`)],
    ),
    ...children
      .filter((id) => !ids.includes(id))
      .map((id) => fault(['outcome', 'prompts'], `The sub-question "${id}" is left out.`)),
  ];
}

function mismatch(by: OutcomeRule['by'], kind: AnswerKind): string {
  return `A rule by ${by} does not fit an answer of the kind "${kind.kind}".`;
}

function fault(path: Fault['path'], sentence: string): Fault {
  return { path, sentence };
}
