/** The checklist as shipped, for tests of what its rules and texts say. */
import { loadChecklist } from '../../../src/adapters/checklist-files/load-checklist.ts';

export async function kubernetesChecklist(packs: readonly string[] = []) {
  const loaded = await loadChecklist('questions/kubernetes-security', { packs });
  if (!loaded.ok)
    throw new Error(loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return loaded.checklist;
}
