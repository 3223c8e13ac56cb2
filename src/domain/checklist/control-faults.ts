/** "Our judgement" is said of ids that are there. */
import type { Fault } from './fault.ts';
import type { Prompt } from './prompt.ts';

export function controlFaults({ controls }: Pick<Prompt, 'controls'>): readonly Fault[] {
  return controls.flatMap(({ framework, ids, judgement }) =>
    judgement
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        path: ['controls'],
        sentence: `"${id}" of ${framework} is marked as judgement and not among its ids.`,
      })),
  );
}
