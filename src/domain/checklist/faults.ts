/** What is wrong with a checklist whose every field is well formed: references, cycles, rules that do not fit. */
import type { Checklist } from './checklist.ts';
import { controlFaults } from './control-faults.ts';
import { definitionFaults } from './definition-faults.ts';
import type { Fault } from './fault.ts';
import { identityFaults } from './identity-faults.ts';
import { kindFaults } from './kind-faults.ts';
import { referenceFaults } from './reference-faults.ts';
import { type RuleContext, ruleFaults } from './rule-faults.ts';

export function checklistFaults(checklist: Checklist): readonly Fault[] {
  return [
    ...identityFaults(checklist),
    ...referenceFaults(checklist),
    ...definitionFaults(checklist),
    ...faultsInside(checklist, checklist),
  ];
}

/** What can be told of the prompts alone, where nothing is known of what the checklist's head defines. */
export function promptFaults(checklist: Checklist): readonly Fault[] {
  const { prompts } = checklist;
  return [...identityFaults(checklist), ...referenceFaults(checklist), ...faultsInside(checklist, { prompts })];
}

function faultsInside({ prompts }: Checklist, known: RuleContext): readonly Fault[] {
  return prompts.flatMap((prompt, index) =>
    [...kindFaults(prompt.answer), ...ruleFaults(prompt, known), ...controlFaults(prompt)].map((fault) => ({
      ...fault,
      path: ['prompts', index, ...fault.path],
    })),
  );
}
