/** Which parts of an answer count, given what the other parts say. */
import type { Part } from './answer-kind.ts';
import type { PartResponse } from './response.ts';

type Given = Readonly<Record<string, PartResponse>>;

/** A part that waits for another part's verdict counts only once that was given. */
export function needed(part: Pick<Part, 'neededIf'>, given: Given): boolean {
  if (!part.neededIf) return true;
  const condition = given[part.neededIf.part];
  return condition?.kind === 'verdict' && part.neededIf.verdict.includes(condition.verdict);
}
