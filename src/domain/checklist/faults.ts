/** What is wrong with a checklist whose every field is well formed: references, cycles, rules that do not fit. */
import type { Checklist } from './checklist.ts';
import { controlFaults } from './control-faults.ts';
import { definitionFaults } from './definition-faults.ts';
import type { Fault } from './fault.ts';
import { identityFaults } from './identity-faults.ts';
import { kindFaults } from './kind-faults.ts';
import { referenceFaults } from './reference-faults.ts';
import { ruleFaults } from './rule-faults.ts';

export function checklistFaults(checklist: Checklist): readonly Fault[] {
  return [
    ...identityFaults(checklist),
    ...referenceFaults(checklist),
    ...definitionFaults(checklist),
    ...checklist.prompts.flatMap((prompt, index) =>
      [...kindFaults(prompt.answer), ...ruleFaults(prompt, checklist), ...controlFaults(prompt)].map((fault) => ({
        ...fault,
        path: ['prompts', index, ...fault.path],
      })),
    ),
  ];
}
