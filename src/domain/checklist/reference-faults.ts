/** Every prompt and section that is named exists, and nothing waits for itself. */
import type { Checklist, ChecklistPrompt } from './checklist.ts';
import type { Fault } from './fault.ts';
import type { PromptId } from './prompt.ts';

export function referenceFaults(checklist: Checklist): readonly Fault[] {
  const prompts = new Map(checklist.prompts.map((prompt) => [prompt.id, prompt]));
  const sections = new Set(checklist.sections.map(({ id }) => id));
  return checklist.prompts.flatMap((prompt, index) => {
    const at = (...rest: readonly (string | number)[]) => ['prompts', index, ...rest];
    return [
      ...(sections.has(prompt.section)
        ? []
        : [fault(at('section'), `There is no heading "${prompt.section}" in checklist.yaml.`)]),
      ...parentFaults(prompt, prompts).map((sentence) => fault(at('parent'), sentence)),
      ...conditionFaults(prompt, prompts).map((sentence) => fault(at('askedIf', 'prompt'), sentence)),
      ...prompt.related.flatMap((id, i) =>
        unknownOrSelf(id, prompt, prompts) ? [fault(at('related', i), unknownOrSelf(id, prompt, prompts))] : [],
      ),
      ...(prompt.sameFindingAs && unknownOrSelf(prompt.sameFindingAs, prompt, prompts)
        ? [fault(at('sameFindingAs'), unknownOrSelf(prompt.sameFindingAs, prompt, prompts))]
        : []),
    ];
  });
}

type Prompts = ReadonlyMap<PromptId, ChecklistPrompt>;

function parentFaults(prompt: ChecklistPrompt, prompts: Prompts): readonly string[] {
  if (!prompt.parent) {
    return prompt.form === 'sub-question' ? [`The sub-question "${prompt.id}" needs a parent.`] : [];
  }
  const parent = prompts.get(prompt.parent);
  if (!parent) return [`The parent "${prompt.parent}" does not exist.`];
  if (goesRound(prompt, prompts, (each) => each.parent)) return [`"${prompt.id}" is its own ancestor.`];
  return parent.section === prompt.section ? [] : [`The parent "${parent.id}" is in another section.`];
}

function conditionFaults(prompt: ChecklistPrompt, prompts: Prompts): readonly string[] {
  if (!prompt.askedIf) return [];
  const condition = prompts.get(prompt.askedIf.prompt);
  if (!condition) return [`The prompt "${prompt.askedIf.prompt}" does not exist.`];
  if (goesRound(prompt, prompts, (each) => each.askedIf?.prompt))
    return [`"${prompt.id}" waits for itself, so it would never be asked.`];
  return condition.answer.kind === 'verdict'
    ? []
    : [`"${condition.id}" is not answered by yes, no or partly, so nothing can wait for that.`];
}

/** Empty when all is well. */
function unknownOrSelf(id: PromptId, prompt: ChecklistPrompt, prompts: Prompts): string {
  if (id === prompt.id) return `"${id}" names itself.`;
  return prompts.has(id) ? '' : `The prompt "${id}" does not exist.`;
}

function goesRound(
  from: ChecklistPrompt,
  prompts: Prompts,
  next: (each: ChecklistPrompt) => PromptId | undefined,
): boolean {
  const seen = new Set<PromptId>();
  for (let id = next(from); id !== undefined && !seen.has(id); id = nextOf(prompts.get(id), next)) {
    if (id === from.id) return true;
    seen.add(id);
  }
  return false;
}

function nextOf(prompt: ChecklistPrompt | undefined, next: (each: ChecklistPrompt) => PromptId | undefined) {
  return prompt && next(prompt);
}

function fault(path: readonly (string | number)[], sentence: string): Fault {
  return { path, sentence };
}
